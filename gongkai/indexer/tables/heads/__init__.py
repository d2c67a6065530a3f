"""What the heads of the form's tables say of their columns."""
