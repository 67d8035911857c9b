"""The habits of the house that a machine can see. Each test names what broke them, as file:line."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey

from config.values import PROJECT

OURS = ("config", "claims", "reviews")
VAGUE = {"services", "utils", "helpers", "common", "misc", "util", "helper", "base_utils"}
# Who needs an import inside a function says why: the function's name, and the reason.
LATE_IMPORTS: dict[str, str] = {}


def tracked(*suffixes: str) -> list[Path]:
    """Files of the project: what git knows and what will be added to it."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=PROJECT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    files = [PROJECT / name for name in listed.stdout.splitlines()]
    return [file for file in files if file.suffix in suffixes and file.exists()]


def ours(*, tests: bool = False) -> Iterator[tuple[Path, ast.Module]]:
    for file in tracked(".py"):
        top = file.relative_to(PROJECT).parts[0]
        if (top in OURS or (tests and top in ("tests", "bench"))) and "migrations" not in file.parts:
            yield file, ast.parse(file.read_text())


def place(file: Path, line: int) -> str:
    return f"{file.relative_to(PROJECT)}:{line}"


def lines_with(pattern: str, *suffixes: str, where: Callable[[Path], bool] = lambda file: True) -> list[str]:
    found = re.compile(pattern, re.IGNORECASE)
    return [
        place(file, number)
        for file in tracked(*suffixes)
        if where(file)
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if found.search(line)
    ]


def is_product(file: Path) -> bool:
    return file.relative_to(PROJECT).parts[0] in (*OURS, "templates", "static")


def test_a_file_is_one_noun() -> None:
    files = [file for file in tracked(".py", ".html", ".js", ".css") if "migrations" not in file.parts]
    long = {str(file.relative_to(PROJECT)): len(file.read_text().splitlines()) for file in files}
    assert {name: lines for name, lines in long.items() if lines > 400} == {}


def test_no_module_has_a_vague_name() -> None:
    assert [str(file) for file, _ in ours(tests=True) if VAGUE & {*file.parts, file.stem}] == []


def test_imports_stand_at_the_top() -> None:
    late = []
    for file, tree in ours():
        for function in ast.walk(tree):
            if (
                isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
                and function.name not in LATE_IMPORTS
            ):
                late += [
                    place(file, node.lineno)
                    for node in ast.walk(function)
                    if isinstance(node, ast.Import | ast.ImportFrom)
                ]
    assert late == []


def test_nothing_hangs_on_signals() -> None:
    wired = r"import .*\bsignals\b|models\.signals|django\.dispatch|@receiver"
    assert lines_with(wired, ".py", where=is_product) == []


@pytest.mark.parametrize("layer", ["views", "api", "serializers", "tasks", "forms"])
def test_queries_are_words_of_the_models(layer: str) -> None:
    found = []
    for file, tree in ours():
        if layer in (file.stem, file.parent.name):
            found += [
                place(file, node.lineno)
                for node in ast.walk(tree)
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("filter", "exclude")
                and ast.unparse(node.func.value) != "super()"  # django-filter names a hook so
            ]
    assert found == []


def test_views_are_short() -> None:
    long = []
    for file, tree in ours():
        if "views" in (file.stem, file.parent.name):
            functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
            long += [place(file, one.lineno) for one in functions if (one.end_lineno or 0) - one.lineno >= 35]
    assert long == []


def test_nothing_is_asynchronous() -> None:
    assert [
        place(file, 1)
        for file, tree in ours()
        if any(isinstance(n, ast.AsyncFunctionDef) for n in ast.walk(tree))
    ] == []


def test_models_inherit_no_tables_and_point_at_one_kind() -> None:
    models = [model for name in ("claims", "reviews") for model in apps.get_app_config(name).get_models()]
    assert len(models) > 10
    assert [model.__name__ for model in models if model._meta.parents] == []
    assert [
        m.__name__ for m in models if any(isinstance(f, GenericForeignKey) for f in m._meta.private_fields)
    ] == []


class TestMarkup:
    """What the strict Content-Security-Policy would block, or what would let text become markup."""

    def test_text_stays_text(self) -> None:
        unsafe = (
            r"mark_safe|SafeString\(|\|\s*safe\b|safeseq|autoescape\s+off|insertAdjacentHTML|document\.write"
            r"|(?<!hx-swap=\")(inner|outer)HTML"
        )
        assert lines_with(unsafe, ".py", ".html", ".js", where=is_product) == []

    def test_scripts_and_styles_are_files(self) -> None:
        inline = (
            r"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|hx-on|hx-vals\s*=\s*[\"']js:"
            r"|<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(ld\+)?json\")"
        )
        assert lines_with(inline, ".html", where=is_product) == []

    def test_nothing_is_loaded_from_elsewhere(self) -> None:
        loaded = (
            r"(src|srcset|action|data|poster|formaction|hx-(get|post))\s*=\s*[\"']?(https?:)?//|<link[^>]*href=[\"']?(https?:)?//"
            r"|url\(\s*[\"']?(https?:)?//|@import|from\s+[\"']https?:|fetch\(\s*[\"'`]https?:"
        )
        assert lines_with(loaded, ".html", ".css", ".js", where=is_product) == []

    def test_forms_that_post_carry_their_token(self) -> None:
        lacking = []
        posting = re.compile(r"<form[^>]*method=.post.*?</form>", re.IGNORECASE | re.DOTALL)
        for file in tracked(".html"):
            text = file.read_text()
            bare = [form.start() for form in posting.finditer(text) if "csrf_token" not in form[0]]
            lacking += [place(file, text.count("\n", 0, start) + 1) for start in bare]
        assert lacking == []


def test_no_view_is_exempt_from_csrf() -> None:
    assert lines_with(r"csrf_exempt", ".py", where=is_product) == []


def test_nothing_is_left_for_later() -> None:
    assert (
        lines_with(r"\b(TODO|FIXME|XXX|HACK)\b", ".py", ".html", ".js", ".css", ".md", where=is_not_this)
        == []
    )


def is_not_this(file: Path) -> bool:
    return file.name != "test_conventions.py"


def test_every_dependency_says_why() -> None:
    text = (PROJECT / "pyproject.toml").read_text()
    block = text[text.index("\ndependencies = [") : text.index("\n]", text.index("\ndependencies = ["))]
    lines = [line for line in block.splitlines() if line.strip().startswith('"')]
    assert len(lines) == len(tomllib.loads(text)["project"]["dependencies"])
    assert [line for line in lines if "  # " not in line] == []


def test_locks_hold_no_address() -> None:
    assert lines_with(r"://|^\s*-[-a-z]*(index|find-links)", ".txt", where=is_lock) == []


def is_lock(file: Path) -> bool:
    return file.name.startswith("requirements")


def test_decisions_are_short() -> None:
    records = sorted((PROJECT / "docs" / "decisions").glob("*.md"))
    assert records != []
    assert {
        file.name: len(file.read_text().splitlines())
        for file in records
        if len(file.read_text().splitlines()) > 40
    } == {}


@pytest.mark.parametrize(
    ("test", "planted"),
    [
        ("test_text_stays_text", "{{ claim.text|safe }}"),
        ("test_scripts_and_styles_are_files", '<p style="color: red">'),
        ("test_scripts_and_styles_are_files", "<script>alert(1)</script>"),
        ("test_scripts_and_styles_are_files", '<a onclick="go()">'),
        ("test_nothing_is_loaded_from_elsewhere", '<img src="https://example.org/a.png">'),
        ("test_nothing_is_loaded_from_elsewhere", "<link rel=stylesheet href=//cdn.example.org/a.css>"),
        ("test_forms_that_post_carry_their_token", '<form method="post"></form>'),
    ],
)
def test_planted_fault_is_found(
    test: str, planted: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "planted.html").write_text(planted)
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)  # noqa: S607
    monkeypatch.setitem(tracked.__globals__, "PROJECT", tmp_path)
    with pytest.raises(AssertionError, match=r"planted\.html:1"):
        getattr(TestMarkup(), test)()
