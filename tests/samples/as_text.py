"""A sample as someone would type it: a paragraph a line, blank lines between, the annex with tabs."""

from __future__ import annotations

from tests.samples.content import NATION, Sample


def as_text(sample: Sample) -> str:
    """The whole plan as plain text: left letterhead, right letterhead, body, recipients, signature, annex."""
    annex = sample.annex
    paragraphs = [
        "\n".join((*sample.parent, *sample.issuer)),
        "\n".join(NATION),
        f"Số: {sample.number}",
        sample.place_and_date,
        sample.kind,
        sample.title,
        *sample.body,
        "\n".join(("Nơi nhận:", *(f"- {line}" for line in sample.recipients))),
        "\n".join(sample.signature[:-1]),
        sample.signature[-1],
        annex.label,
        annex.title,
        annex.note,
        "\n".join("\t".join(row) for row in (annex.columns, *annex.rows)),
    ]
    return "\n\n".join(paragraphs) + "\n"
