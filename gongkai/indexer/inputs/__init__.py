"""Where the bytes come from: files, folders, archives, JSON lines."""
