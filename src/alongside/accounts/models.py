"""The area's tables, where Django looks for them."""

from .blocks.models import Block
from .invitations.models import Invitation
from .memberships.models import Membership
from .organisations.models import Organisation
from .persons.models import Person
from .sessions.models import Session

__all__ = ["Block", "Invitation", "Membership", "Organisation", "Person", "Session"]
