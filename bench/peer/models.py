"""A section with its articles, as a Wagtail site has them."""

from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    """The home page, and every section below it."""


class ArticlePage(Page):
    """An article."""

    summary = models.TextField(blank=True)
    body = RichTextField()
    date = models.DateTimeField()

    @property
    def neighbours(self):
        """The newest others of its section."""
        return ArticlePage.objects.sibling_of(self, inclusive=False).live().order_by("-path")[:6]
