"""Order, seeds and rates are pure functions of the step."""

from itertools import pairwise

import numpy as np
import pytest

from millrace_runner.order import Cursor, Order
from millrace_runner.schedule import learning_rate
from millrace_runner.seeds import epoch_order, held_out_rows
from millrace_runner.specification import Schedule


def test_an_epoch_is_the_permutation_of_the_contract() -> None:
    expected = np.random.Generator(np.random.PCG64(np.random.SeedSequence([5, 2]))).permutation(17)
    assert epoch_order(5, 2, 17).tolist() == expected.tolist()


@pytest.mark.parametrize(("rows", "window"), [(10, 3), (10, 5), (3, 8), (1, 1), (7, 7)])
def test_windows_read_every_row_once_an_epoch(rows: int, window: int) -> None:
    order = Order(3, rows, window)
    read = [row for step in range(1, 4 * rows + 1) for row in order.rows_of(step)]
    for epoch in range(len(read) // rows):
        assert read[epoch * rows : (epoch + 1) * rows] == epoch_order(3, epoch, rows).tolist()


def test_a_step_reads_the_same_rows_whoever_came_before() -> None:
    first = Order(1, 11, 4)
    all_steps = [first.rows_of(step) for step in range(1, 20)]
    assert Order(1, 11, 4).rows_of(13) == all_steps[12]
    assert first.cursor(13) == Cursor(4, 8)


def test_held_out_rows_are_the_same_sample_each_time() -> None:
    assert held_out_rows(0, 5, None) == [0, 1, 2, 3, 4]
    assert held_out_rows(0, 5, 9) == [0, 1, 2, 3, 4]
    sample = held_out_rows(0, 100, 10)
    assert sample == held_out_rows(0, 100, 10) == sorted(set(sample))
    assert sample != held_out_rows(1, 100, 10)


@pytest.mark.parametrize("name", ["cosine", "linear", "constant"])
def test_a_rate_warms_up_to_its_peak_and_ends_at_its_minimum(name: str) -> None:
    schedule = Schedule(name, warmup=0.1, minimum=0.2)
    rates = [learning_rate(1e-3, schedule, step, 100) for step in range(1, 101)]
    assert rates[:10] == pytest.approx([1e-4 * step for step in range(1, 11)])
    assert max(rates) == pytest.approx(1e-3)
    assert rates[-1] == pytest.approx(1e-3 if name == "constant" else 2e-4)
    assert all(later <= earlier for earlier, later in pairwise(rates[9:]))


def test_one_step_has_a_rate() -> None:
    assert learning_rate(1e-3, Schedule("cosine", 0.03, 0.1), 1, 1) == pytest.approx(1e-4)
    assert learning_rate(1e-3, Schedule("linear", 1, 0), 1, 1) == pytest.approx(1e-3)
