"""What is handed on as files: pages written down for other programs."""
