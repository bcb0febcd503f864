from __future__ import annotations

import json
import pickle
from typing import Any

import jsonschema
import pytest

from pipeline.errors import SchemaError
from pipeline.plan import Plan
from pipeline.validate import schema
from tests.plans import a_goal, a_plan


def the_schema() -> dict[str, Any]:
    return json.loads(schema.committed().read_text(encoding="utf-8"))


def test_committed_schema_is_what_the_models_generate() -> None:
    assert schema.committed().read_text(encoding="utf-8") == schema.generated(), "run: kehoach schema --write"


def test_schema_is_a_valid_draft_2020_12_schema_that_names_itself() -> None:
    body = the_schema()
    jsonschema.Draft202012Validator.check_schema(body)
    assert body["$schema"].endswith("2020-12/schema")
    assert body["$id"].startswith("urn:kehoach:plan:")
    assert body["additionalProperties"] is False


def test_every_published_field_of_the_header_is_required_so_that_null_is_said_and_not_left_out() -> None:
    header = the_schema()["$defs"]["DocumentHeader"]
    assert set(header["properties"]) == set(header["required"])


def test_a_good_plan_passes_both_validators() -> None:
    plan = a_plan(goals=[a_goal()])
    schema.against_schema(plan)
    jsonschema.validate(plan.model_dump(mode="json"), the_schema())


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("document", "number"), 7, "document.number"),
        (("goals", 0, "value"), "78", "goals[0].value"),
        (("goals", 0, "comparator"), "≥", "goals[0].comparator"),
        (("goals", 0, "unknown"), 1, "goals[0]"),
        (("source", "pages", 0, "rotation"), 45, "source.pages[0].rotation"),
    ],
)
def test_a_wrong_value_is_named_by_its_place(path: tuple[str | int, ...], value: object, place: str) -> None:
    record = a_plan(goals=[a_goal()]).model_dump(mode="json")
    at = record
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    found = schema.errors(record)
    assert len(found) == 1
    assert found[0].startswith(f"{place}: ")


def test_schema_error_carries_the_record_and_survives_the_way_between_processes() -> None:
    good = a_plan(goals=[a_goal()])
    bad = good.model_copy(update={"goals": [good.goals[0].model_copy(update={"value": "78"})]})
    with pytest.raises(SchemaError) as caught, pytest.warns(UserWarning, match="serializ"):
        schema.against_schema(bad)
    error = pickle.loads(pickle.dumps(caught.value))
    assert error.exit_code == 4
    assert "goals[0].value" in error.message
    assert error.problems == caught.value.problems
    assert error.record["goals"][0]["value"] == "78"


def test_plan_reads_its_own_json_back() -> None:
    plan = a_plan(goals=[a_goal()])
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
