from reviews.forms.evidence import EvidenceForm
from reviews.forms.sources import SnapshotForm, SourceForm
from reviews.forms.steps import STEP_FORMS, StepForm
from reviews.forms.verdict import DraftForm, VerdictForm

__all__ = [
    "STEP_FORMS",
    "DraftForm",
    "EvidenceForm",
    "SnapshotForm",
    "SourceForm",
    "StepForm",
    "VerdictForm",
]
