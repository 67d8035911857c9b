"""Path converters: what may stand in an address."""

from django.urls.converters import IntConverter


class RowIdConverter(IntConverter):
    """The number of a row: at most 18 digits, so that no address names a number that the database cannot hold."""

    regex = "[0-9]{1,18}"
