"""Running reports: papermill executes the notebooks, and each run stands whole in its own folder or not at all."""

from algreg_lib.runs.demo import Demo, run_demo
from algreg_lib.runs.lab import lab_command, lab_environment, open_lab, place_notebooks
from algreg_lib.runs.notebooks import REPORTS, ParameterError, parameters_from
from algreg_lib.runs.run import Run, run_reports

__all__ = [
    "REPORTS",
    "Demo",
    "ParameterError",
    "Run",
    "lab_command",
    "lab_environment",
    "open_lab",
    "parameters_from",
    "place_notebooks",
    "run_demo",
    "run_reports",
]
