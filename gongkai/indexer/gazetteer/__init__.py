"""China's administrative units: the tables that ship with the package."""
