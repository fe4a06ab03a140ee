"""Lets a toolkit be imported without its models: what it imports and what is not installed does nothing."""

import importlib.machinery
import sys
from collections.abc import Callable, Sequence
from importlib.abc import Loader, MetaPathFinder
from types import ModuleType


def decorator(*given: object, **named: object) -> Callable[[object], object]:
    """Gives a decorator without an effect."""
    del given, named
    return lambda decorated: decorated


class Whatever(type):
    """Classes whose every member is a function that gives a decorator without an effect."""

    def __getattr__(cls, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return decorator


class Nothing(metaclass=Whatever):
    """A class that takes any arguments and does nothing."""

    def __init__(self, *given: object, **named: object) -> None:
        del given, named

    def __call__(self, decorated: object = None) -> object:
        return decorated


class Absent(ModuleType):
    """A module whose every member is a class that does nothing."""

    __path__: Sequence[str] = ()

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return Whatever(name, (Nothing,), {})


class AbsentFinder(MetaPathFinder, Loader):
    """Finds what nobody else found."""

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        del path, target
        parent = fullname.rpartition(".")[0]
        if parent and not isinstance(sys.modules.get(parent), Absent):
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return Absent(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        del module


def allow_absent() -> None:
    """From now on, an import of what is not installed succeeds."""
    sys.meta_path.append(AbsentFinder())
