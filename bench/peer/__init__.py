"""What is laid over a fresh Wagtail project so that it shows the same articles; see bench.wagtail."""
