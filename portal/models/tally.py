"""How many articles the list of each section holds, by month and by day."""

from peewee import CharField, DateField, IntegerField

from portal.database import BaseModel


class Tally(BaseModel):
    """How many listed articles of a section were published in a month or on a day (UTC).

    Pinned ones are not counted: they stand before all others. Triggers of the database keep it, so
    that nothing that writes articles can forget to.
    """

    section = IntegerField()
    """Its id. No constraint: it would lock the section's row while the generation's is held, and
    whoever changes sections takes these two in the other order."""
    unit = CharField(max_length=5)
    """`month` or `day`."""
    start = DateField()
    """The first day of the month, or the day."""
    number = IntegerField()

    class Meta:
        indexes = ((("section", "unit", "start"), True),)
