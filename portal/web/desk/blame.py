"""What a service refused, shown on its form."""

from portal.errors import Refused, Throttled
from portal.web.forms import Form


def blame(form: Form, error: Refused | Throttled) -> int:
    """Show the refusal at its field, or above the form; the status of the answer."""
    if isinstance(error, Refused):
        form.blame(error)
        return 422
    form.blame(Refused(error.sentence))
    return 429
