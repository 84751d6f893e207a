"""What browsers meet: views, rendering, headers, errors. The only floor, besides wiring, with Flask."""
