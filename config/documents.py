"""Documentation that is made from the code: `manage.py write_docs` writes it, tests/test_docs.py compares it."""

import re
from pathlib import Path

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer

from config import env
from config.values import PROJECT
from reviews import workflow


def documents() -> dict[Path, str]:
    """What each file should hold. Outside its marked part, a file stays as people wrote it."""
    return {
        PROJECT / "README.md": with_part(PROJECT / "README.md", "environment", env.table()),
        PROJECT / "docs" / "workflow.md": with_part(
            PROJECT / "docs" / "workflow.md", "diagram", f"```mermaid\n{workflow.diagram()}```"
        ),
        PROJECT / "docs" / "openapi.yaml": openapi(),
    }


def with_part(file: Path, name: str, part: str) -> str:
    """The file's text with what stands between `<!-- name -->` and `<!-- /name -->` replaced."""
    marked = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    text, count = marked.subn(lambda found: f"{found[1]}\n{part}\n\n{found[2]}", file.read_text())
    if count != 1:
        raise ValueError(
            f"{file} should have one part between <!-- {name} --> and <!-- /{name} -->, and has {count}"
        )
    return text


def openapi() -> str:
    schema = SchemaGenerator().get_schema(request=None, public=True)
    return bytes(OpenApiYamlRenderer().render(schema, renderer_context={})).decode()
