"""Times in sentences: what they cover and whether they are deadlines."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.annotate import periods
from pipeline.lexicon.periods import DATED_RECURRENCES, RECURRENCES, SEASONS


@pytest.mark.parametrize(
    ("text", "written", "first", "last"),
    [
        ("trong quý II/2023", "trong quý II/2023", "2023-04-01", "2023-06-30"),
        ("Quý I, II/2024", "Quý I, II/2024", "2024-01-01", "2024-06-30"),
        ("trước ngày 15/12", "trước ngày 15/12", None, "2023-12-15"),
        ("trước ngày 15/12/2024", "trước ngày 15/12/2024", None, "2024-12-15"),
        ("từ ngày 01/3/2023 đến ngày 30/6/2023", "từ ngày 01/3/2023 đến ngày 30/6/2023", "2023-03-01", "2023-06-30"),
        (
            "từ ngày 1 đến ngày 15 tháng 6 năm 2023",
            "từ ngày 1 đến ngày 15 tháng 6 năm 2023",
            "2023-06-01",
            "2023-06-15",
        ),
        ("tháng 10", "tháng 10", "2023-10-01", "2023-10-31"),
        ("ra quân vào Chủ nhật, ngày 05/3/2023", "Chủ nhật, ngày 05/3/2023", "2023-03-05", "2023-03-05"),
        ("Tháng 3-4/2025", "Tháng 3-4/2025", "2025-03-01", "2025-04-30"),
        ("6/2025", "6/2025", "2025-06-01", "2025-06-30"),
        ("giai đoạn 2021-2025", "giai đoạn 2021-2025", "2021-01-01", "2025-12-31"),
        ("từ năm 2021 đến năm 2025", "từ năm 2021 đến năm 2025", "2021-01-01", "2025-12-31"),
        ("đến năm 2025", "đến năm 2025", None, "2025-12-31"),
        (
            "trước ngày 05/6 và ngày 05/11/2025",
            "trước ngày 05/6 và ngày 05/11/2025",
            "2025-06-05",
            "2025-11-05",
        ),
        ("trước ngày 15/3, 15/6 và 15/9", "trước ngày 15/3, 15/6 và 15/9", "2023-03-15", "2023-09-15"),
        ("chậm nhất cuối quý III/2023", "chậm nhất cuối quý III/2023", None, "2023-09-30"),
        ("cao điểm từ 17/10 đến 18/11", "từ 17/10 đến 18/11", "2023-10-17", "2023-11-18"),
        ("đưa vào sử dụng từ năm học 2027 - 2028", "từ năm học 2027 - 2028", "2027-01-01", "2028-12-31"),
        ("trình tại kỳ họp giữa năm 2026", "kỳ họp giữa năm 2026", "2026-01-01", "2026-12-31"),
        ("vào năm 2026, tổng hợp", "năm 2026", "2026-01-01", "2026-12-31"),
        ("6 tháng đầu năm 2023", "6 tháng đầu năm 2023", "2023-01-01", "2023-06-30"),
        ("chậm nhất là ngày 20 tháng 11", "chậm nhất là ngày 20 tháng 11", None, "2023-11-20"),
    ],
)
def test_days(text: str, written: str, first: str | None, last: str) -> None:
    (found,) = periods.find(text, year=2023)
    assert found.text == written
    assert found.first == (date.fromisoformat(first) if first else None)
    assert found.last == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("thường xuyên", "continuous"),
        ("hằng năm", "yearly"),
        ("hàng quý", "quarterly"),
        ("định kỳ 6 tháng, hằng năm", "half_yearly"),
        ("khi có yêu cầu", "on_demand"),
        ("mỗi học kỳ một lần", "half_yearly"),
        ("định kỳ hằng quý, năm", "quarterly"),
        ("định kỳ 06 tháng, cả năm", "half_yearly"),
        ("định kỳ quý, 6 tháng và năm", "quarterly"),
        ("định kỳ tháng, quý, năm", "monthly"),
        ("định kỳ hằng tháng trong mùa khô", "monthly"),
    ],
)
def test_recurrence(text: str, recurrence: str) -> None:
    (found,) = periods.find(text)
    assert found.recurrence == recurrence


def test_year_left_out_is_marked() -> None:
    given, borrowed = periods.find("trước ngày 15/12/2024; trước ngày 15/11", year=2024)
    assert given.year_given
    assert not borrowed.year_given
    (unknown,) = periods.find("trước ngày 15/11")
    assert (unknown.first, unknown.last, unknown.year_given) == (None, None, False)


@pytest.mark.parametrize(
    "text", ["Kế hoạch số 12/KH-UBND ngày 31/12/2024", "30/02/2024", "99/99/2024", "tháng 13", "đạt 3/4, 5/6"]
)
def test_no_time(text: str) -> None:
    assert periods.find(text, year=2024) == []


def test_own_year_is_that_of_the_title() -> None:
    assert periods.own_year(["Kế hoạch", "Thực hiện chiến lược đến năm 2030 - Năm 2023"]) == 2023


@given(st.text())
def test_never_fails_and_points_into_the_text(text: str) -> None:
    for found in periods.find(text, year=2024):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "written", "recurrence", "deadline"),
    [
        ("báo cáo Ủy ban nhân dân xã trước ngày 25 hằng tháng", "trước ngày 25 hằng tháng", "monthly", True),
        ("gửi trước ngày 15/12 hàng năm để tổng hợp", "trước ngày 15/12 hàng năm", "yearly", True),
        ("trước ngày 20 của tháng cuối quý", "trước ngày 20 của tháng cuối quý", "quarterly", True),
        ("Tổ chức vào ngày 10/10 hằng năm", "ngày 10/10 hằng năm", "yearly", True),
        (
            "báo cáo trước ngày 15 tháng 6 và ngày 15 tháng 12 hằng năm",
            "trước ngày 15 tháng 6 và ngày 15 tháng 12 hằng năm",
            "half_yearly",
            True,
        ),
        ("Tổ chức lễ hội vào tháng 3 hằng năm", "tháng 3 hằng năm", "yearly", True),
        ("trước ngày 05 tháng 12 hằng năm", "trước ngày 05 tháng 12 hằng năm", "yearly", True),
        ("trước ngày 05 và ngày 20 hằng tháng", "trước ngày 05 và ngày 20 hằng tháng", "monthly", True),
        ("báo cáo vào tuần cuối mỗi tháng", "tuần cuối mỗi tháng", "monthly", True),
        ("từ ngày 01 đến hết ngày 30/6 hằng năm", "từ ngày 01 đến hết ngày 30/6 hằng năm", "yearly", False),
        ("trước 30/6 hằng năm", "trước 30/6 hằng năm", "yearly", True),
        (
            "trực từ tháng 12 năm trước đến hết tháng 4 năm sau",
            "từ tháng 12 năm trước đến hết tháng 4 năm sau",
            "yearly",
            False,
        ),
        ("gửi trước ngày 05 tháng sau", "trước ngày 05 tháng sau", "monthly", True),
        ("kiểm định trước mùa mưa lũ hằng năm", "trước mùa mưa lũ hằng năm", "yearly", True),
        ("vệ sinh vào sáng Chủ nhật hằng tuần", "sáng Chủ nhật hằng tuần", "weekly", True),
    ],
)
def test_days_that_come_again(text: str, written: str, recurrence: str, deadline: bool) -> None:
    (found,) = periods.find(text, year=2026)
    assert (found.text, found.recurrence, found.deadline) == (written, recurrence, deadline)
    assert (found.first, found.last) == (None, None)


@pytest.mark.parametrize("verb", ["hoàn thành", "kết quả thực hiện", "gửi", "ban hành"])
def test_the_verb_is_no_part_of_the_time(verb: str) -> None:
    (found,) = periods.find(f"{verb} trước ngày 15/12/2026")
    assert found.text == "trước ngày 15/12/2026"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Trong vòng 03 ngày kể từ ngày nhận hồ sơ, Phòng trả lời", "Trong vòng 03 ngày kể từ ngày nhận hồ sơ"),
        (
            "trong vòng 10 ngày kể từ ngày ban hành Chương trình này xây dựng kế hoạch",
            "trong vòng 10 ngày kể từ ngày ban hành Chương trình này",
        ),
        (
            "trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ phải trả lời",
            "trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ",
        ),
        ("chậm nhất là 05 ngày, kể từ ngày ký.", "chậm nhất là 05 ngày, kể từ ngày ký"),
        ("Chậm nhất 10 ngày trước ngày 15/3/2024 gửi báo cáo", "Chậm nhất 10 ngày trước ngày 15/3/2024"),
        (
            "trong vòng 7 ngày làm việc sau khi nhận được văn bản",
            "trong vòng 7 ngày làm việc sau khi nhận được văn bản",
        ),
        ("báo cáo trong vòng 24 giờ sau thiên tai.", "trong vòng 24 giờ sau thiên tai"),
        ("chậm nhất 06 giờ trước khi bão đổ bộ.", "chậm nhất 06 giờ trước khi bão đổ bộ"),
        ("điều tra trong 24 giờ kể từ khi nhận thông tin.", "trong 24 giờ kể từ khi nhận thông tin"),
        ("hoàn thành trước mùa mưa bão.", "trước mùa mưa bão"),
        ("tập huấn, hoàn thành trước khi gieo cấy.", "trước khi gieo cấy"),
        ("phát thanh trong mùa dịch", "trong mùa dịch"),
        ("ngay từ đầu năm học", "đầu năm học"),
        ("bồi dưỡng giáo viên vào dịp hè", "dịp hè"),
        ("kiểm tra trong dịp Tết Nguyên đán", "trong dịp Tết Nguyên đán"),
        ("hoàn thành trước kỳ thi tốt nghiệp.", "trước kỳ thi tốt nghiệp"),
        (
            "trong 05 ngày làm việc kể từ khi nhận văn bản đề nghị.",
            "trong 05 ngày làm việc kể từ khi nhận văn bản đề nghị",
        ),
        ("xong trước Tết Nguyên đán", "trước Tết Nguyên đán"),
        ("Báo cáo tuần vào 14 giờ thứ Năm về Trung tâm", "14 giờ thứ Năm"),
    ],
)
def test_days_counted_from_an_event_are_a_deadline_without_a_date(text: str, written: str) -> None:
    (found,) = periods.find(text)
    assert (found.text, found.deadline, found.last) == (written, True, None)


def test_a_length_of_time_is_no_deadline() -> None:
    assert periods.find("thời gian giải quyết không quá 30 ngày") == []


_WORDS = [
    *(words for name, words in (*RECURRENCES, *DATED_RECURRENCES)),
    SEASONS,
]


@pytest.mark.parametrize("words", _WORDS)
@settings(deadline=None)
@given(st.data())
def test_no_time_of_the_lexicon_is_passed_over(words: str, data: st.DataObject) -> None:
    """The looks that save time let pass all that the patterns would find."""
    drawn = data.draw(st.from_regex(re.compile(words, re.ASCII), fullmatch=True))
    text = re.sub(r"\s+", " ", drawn)
    assume(re.fullmatch(words, text))
    assert periods.find(text), text
