"""Who is really asking, when a proxy stands in front.

Only proxies named in STET_TRUSTED_PROXIES are believed; from anyone else the same headers are ignored, because
whoever may choose their own address is never locked out for guessing passwords.
"""

import functools
import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


@functools.cache
def networks(named: tuple[str, ...]) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    return tuple(ipaddress.ip_network(name) for name in named)


def is_trusted(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in networks(tuple(settings.STET_TRUSTED_PROXIES)))


def came_through_proxy(request: HttpRequest) -> bool:
    return bool(request.META.get("stet.through_proxy"))


def client_of(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


class TrustedProxies:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_trusted(client_of(request)):
            self.believe(request)
        return self.get_response(request)

    def believe(self, request: HttpRequest) -> None:
        request.META["stet.through_proxy"] = True
        if request.META.get("HTTP_X_FORWARDED_PROTO") == "https":
            request.META["wsgi.url_scheme"] = "https"
        # Each proxy appends who asked it, so the last name that is no proxy of ours is the client;
        # what stands before it was written by the client and may be anything.
        for hop in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
            address = hop.strip()
            try:
                ipaddress.ip_address(address)
            except ValueError:
                break
            request.META["REMOTE_ADDR"] = address
            if not is_trusted(address):
                break
