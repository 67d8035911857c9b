"""Who asks: a token first, a session second. A bad token is a 401, never a fallback to the session."""

from datetime import datetime

from django.utils import timezone
from knox.crypto import hash_token
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from claims.models import ApiToken, User

SCHEME = "Bearer"
BAD = "This token is not known, has ended, or belongs to somebody who has left. Make another one at the desk."


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer <token>`, looked up by its digest in one query."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        scheme, _, token = get_authorization_header(request).partition(b" ")
        if scheme.lower() != SCHEME.lower().encode():
            return None
        try:
            digest = hash_token(token.strip().decode("ascii"))
        except UnicodeDecodeError:
            raise AuthenticationFailed(BAD) from None
        found = self.token_of(digest, now=timezone.now())
        return found.user, found

    def authenticate_header(self, request: Request) -> str:
        return SCHEME

    def token_of(self, digest: str, *, now: datetime) -> ApiToken:
        found: ApiToken | None = ApiToken.objects.select_related("user").in_bulk([digest]).get(digest)
        if found is None or not found.opens(now=now):
            raise AuthenticationFailed(BAD)
        found.note_use(now=now)
        return found
