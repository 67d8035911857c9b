"""Who asks: a token first, a session second. A bad token is a 401, never a fallback to the session."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from knox.crypto import hash_token
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from claims.models import ApiToken, User

SCHEME = "Bearer"
# The time of the last use is a write; once a minute is exact enough to see what is still in use.
NOTED_EVERY = timedelta(minutes=1)
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

    def token_of(self, digest: str, *, now: datetime) -> Any:
        found = ApiToken.objects.select_related("user").in_bulk([digest]).get(digest)
        if found is None or not found.user.is_active or (found.expiry is not None and found.expiry <= now):
            raise AuthenticationFailed(BAD)
        if found.last_used_at is None or now - found.last_used_at >= NOTED_EVERY:
            ApiToken.objects.filter(pk=digest).update(last_used_at=now)
        return found
