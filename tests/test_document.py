"""Running text out of printed lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Flow, Span


def flow_of(lines: list[str]) -> tuple[str, Flow]:
    source, spans = "", []
    for line in lines:
        spans.append(Span(len(source), len(source) + len(line) + 1))
        source += line + "\n"
    return source, Flow.join(source, spans)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Kế hoạch số 2466/KH-", "UBND ngày 05/3/2024"], "Kế hoạch số 2466/KH-UBND ngày 05/3/2024"),
        (["Thông tư số 05/2026/TT-", "BTC của Bộ"], "Thông tư số 05/2026/TT-BTC của Bộ"),
        (["theo số 12/KH -", "UBND"], "theo số 12/KH - UBND"),
        (["giai đoạn 2024-", "2025"], "giai đoạn 2024- 2025"),
        (["Sở Lao động-", "Thương binh"], "Sở Lao động- Thương binh"),
        (["Thông tư số 30/2024/TT", "-BGDĐT ngày 30/12"], "Thông tư số 30/2024/TT-BGDĐT ngày 30/12"),
        (["Kế hoạch 12/KH", "- Sở Nội vụ"], "Kế hoạch 12/KH - Sở Nội vụ"),
        (["xã A/B", "-UBND"], "xã A/B -UBND"),
        (["số 12/KH-", "(bản sao)"], "số 12/KH- (bản sao)"),
        (["số 12/KH", "UBND"], "số 12/KH UBND"),
    ],
)
def test_symbol_divided_at_its_hyphen_is_joined_without_a_space(lines: list[str], text: str) -> None:
    assert flow_of(lines)[1].text == text


@given(st.lists(st.text(st.sampled_from("aĐ1/- ."), max_size=6), max_size=6))
def test_every_piece_points_back_to_its_words(lines: list[str]) -> None:
    source, flow = flow_of(lines)
    for piece, at in zip(flow.pieces, flow.starts, strict=True):
        assert flow.text[at : at + len(piece)] == source[piece.start : piece.end]
    assert flow.spans() == flow.pieces
    assert flow.part(0) == flow
    assert "".join(flow.text.split()) == "".join(source.split())
