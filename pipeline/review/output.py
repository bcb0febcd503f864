"""The output folder of one document: what was read, what people mended of it, the page to see it on."""

from __future__ import annotations

from pathlib import Path

from pipeline import emit, validate
from pipeline.plan import Plan
from pipeline.review import corrections
from pipeline.review.images import page_images
from pipeline.review.page import render

PAGE = "review.html"


def write(plan: Plan, text: str, document: Path, outputs: Path) -> tuple[Plan, Path]:
    """Write text.txt, review.html and plan.json of one document under ``outputs``; returns the plan and its folder.

    ``document`` is the file that was read: its pages are pictured. A corrections.json that lies in the folder from an
    earlier run is laid over the plan and left as it is. Raises FileAccessError, BadInputError for a corrections file
    that cannot be read, and SchemaError where the corrected plan does not fit the schema.
    """
    folder = outputs / emit.folder(plan.source.file, plan.source.sha256)
    mended = folder / corrections.FILE_NAME
    if mended.is_file():
        plan = corrections.apply(plan, corrections.load(mended))
        validate.against_schema(plan)
    images = page_images(document, plan.source.media_type, plan.source.pages)
    emit.write_atomic(folder / PAGE, render(plan, text, images))
    return plan, emit.write(plan, text, outputs)
