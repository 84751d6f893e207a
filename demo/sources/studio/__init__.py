"""The drawing studio: everything the demo's pictures and films are made with."""
