"""Those who try every address, each in the way in which they would come."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from claims.models import ApiToken, User
from tests.factories import make_user

ROLES = ("reader", "reporter", "reviewer", "editor", "administrator")
LOGGED_IN = ("nobody", *ROLES, "superuser", "elsewhere")
# Sessions and tokens that open nothing; and a token that opens the API and no page.
OUT = ("stranger", "left", "token of one who left", "made-up token", "ended token", "revoked token")
EVERYBODY = (*OUT, *LOGGED_IN, "token of an editor")

SETS = {
    "everybody": EVERYBODY,
    "out": OUT,
    "account": LOGGED_IN,
    "read": (*ROLES, "superuser"),
    "bring": ("reporter", "editor", "administrator", "superuser"),
    "check": ("reviewer", "editor", "administrator", "superuser"),
    "edit": ("editor", "administrator", "superuser"),
    "administer": ("administrator", "superuser"),
}


class People:
    def __init__(self) -> None:
        self.users = {role: make_user(role=role, username=role) for role in ROLES}
        self.users["nobody"] = make_user(role=None, username="nobody")
        self.users["superuser"] = make_user(role=None, username="superuser", is_superuser=True)
        self.left = make_user(role="administrator", username="left")
        self.clients = {name: self._logged_in(user) for name, user in self.users.items()}
        # The superuser's own browser, sent by a page of somebody else's: with the cookie, without the form's token.
        self.clients["elsewhere"] = self._logged_in(self.users["superuser"], enforce_csrf_checks=True)
        self.clients["stranger"] = Client()
        self.clients["left"] = self._logged_in(self.left)
        self.clients |= self._with_tokens()
        self.left.is_active = False
        self.left.save()

    def _logged_in(self, user: User, *, enforce_csrf_checks: bool = False) -> Client:
        client = Client(enforce_csrf_checks=enforce_csrf_checks)
        client.force_login(user)
        session = client.session
        session["began"] = session["seen"] = timezone.now().isoformat()
        session.save()
        return client

    def _with_tokens(self) -> dict[str, Client]:
        editor = self.users["editor"]
        keys = {
            "token of an editor": self._token(editor),
            "token of one who left": self._token(self.left),
            "ended token": self._token(editor, expiry=-timedelta(seconds=1)),
            "revoked token": self._token(editor),
            "made-up token": "0" * 64,
        }
        ApiToken.objects.get(name=keys["revoked token"][:8]).delete()
        return {name: Client(headers={"Authorization": f"Bearer {key}"}) for name, key in keys.items()}

    def _token(self, user: User, expiry: timedelta | None = None) -> str:
        token, key = ApiToken.objects.create(user, expiry=expiry)
        # So that the last use is not noted once more by each call.
        noted = timezone.now() + timedelta(days=1)
        ApiToken.objects.filter(pk=token.pk).update(name=key[:8], last_used_at=noted)
        return str(key)
