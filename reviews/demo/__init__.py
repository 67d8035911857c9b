"""A made-up article and what a made-up desk finds about it, for `manage.py demo`."""
