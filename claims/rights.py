"""What a person may do, asked of the database once a request."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import Q


class Rights(ModelBackend):
    """Django's own backend, with the rights of the person and those of the person's roles in one query instead of two:
    every page of the desk asks for them."""

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            held = Q() if user_obj.is_superuser else Q(group__user=user_obj) | Q(user=user_obj)
            names = Permission.objects.filter(held).order_by()
            user_obj._perm_cache = {
                f"{app}.{name}" for app, name in names.values_list("content_type__app_label", "codename")
            }
        found: set[str] = user_obj._perm_cache
        return found
