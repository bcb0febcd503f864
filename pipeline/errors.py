"""One family of errors, each with an exit code and a sentence that says what to do."""

from __future__ import annotations


class KehoachError(Exception):
    """Something the user can be told. ``exit_code`` is what the command returns, ``code`` a stable short name.

    ``hint`` is one sentence that says what to do about it.
    """

    exit_code = 15
    code = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[KehoachError], tuple[object, ...]]:
        return type(self), (self.message, self.hint)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(KehoachError):
    """The command line does not say something that can be done."""

    exit_code = 1
    code = "usage"


class BadInputError(KehoachError):
    """The file is not a document that can be read: empty, truncated, of an unknown kind, without pages."""

    exit_code = 2
    code = "bad_input"


class MissingDependencyError(KehoachError):
    """A program, model or library is not installed; the hint is the line that installs it."""

    exit_code = 3
    code = "missing_dependency"


class SchemaError(KehoachError):
    """The finished record does not fit schemas/plan.schema.json; it is written aside with the errors.

    ``problems`` name the places, ``record`` is the record as JSON values.
    """

    exit_code = 4
    code = "schema"

    def __init__(
        self,
        message: str,
        hint: str = "",
        problems: tuple[str, ...] = (),
        record: dict[str, object] | None = None,
    ) -> None:
        super().__init__(message, hint)
        self.problems = problems
        self.record = record

    def __reduce__(self) -> tuple[type[KehoachError], tuple[object, ...]]:
        return type(self), (self.message, self.hint, self.problems, self.record)


class FileAccessError(KehoachError):
    """A file or folder cannot be read or written."""

    exit_code = 5
    code = "file_access"


class ProcessingError(KehoachError):
    """A document crashed its worker or ran over its time or memory."""

    exit_code = 7
    code = "crashed"


class EncryptedError(KehoachError):
    """The document asks for a password."""

    exit_code = 8
    code = "encrypted"


class ConfigurationError(KehoachError):
    """A setting has a value that makes no sense."""

    exit_code = 9
    code = "configuration"


EXIT_OK = 0
EXIT_OTHER = 15
EXIT_BATCH_FAILURES = 20
EXIT_INTERRUPTED = 130
