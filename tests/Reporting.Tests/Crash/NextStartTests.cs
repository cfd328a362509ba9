using Reporting.Etl.Arrivals;
using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>What a start after a crash has to find out by itself, also long after.</summary>
public sealed class NextStartTests : IDisposable
{
    readonly OfficeInHand hand = new();

    [Fact]
    public void A_report_taken_up_in_another_month_is_the_one_it_was_due_for()
    {
        Pulled(hand.Sheets[0]);
        hand.Clock.MoveTo(DemoClock.At(new(2022, 2, 15), 9));
        var run = hand.Record(PlayedMonths.Issue, hand.Office.Now);
        hand.Clock.MoveTo(DemoClock.At(new(2022, 3, 2), 9));
        hand.OpenAgain();
        hand.Finish(run);
        Assert.Equal([new DateOnly(2022, 1, 1)], hand.Office.Warehouse.Editions.All().Where(edition => edition.Report == "monthly").Select(edition => edition.PeriodStart));
    }

    [Fact]
    public void An_edition_without_its_copy_gets_it_at_the_next_start_whenever_that_is()
    {
        Pulled(hand.Sheets[0]);
        hand.Clock.MoveTo(DemoClock.At(new(2022, 2, 15), 9));
        hand.Run(PlayedMonths.Issue);
        var copies = Directory.GetFiles(hand.Data.Editions).ToDictionary(path => path, File.ReadAllBytes);
        Assert.Contains(copies.Keys, path => path.Contains("月报", StringComparison.Ordinal));
        foreach (var copy in copies.Keys) File.Move(copy, copy + ".part"); // as a crash leaves it
        hand.Clock.MoveTo(DemoClock.At(new(2022, 5, 4), 9));
        hand.OpenAgain();
        _ = hand.Office.Warehouse;
        Assert.Equal(copies.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(hand.Data.Editions).Order(StringComparer.Ordinal));
        Assert.All(copies, copy => Assert.Equal(copy.Value, File.ReadAllBytes(copy.Key)));
    }

    [Fact]
    public void Half_written_files_do_not_stay_in_the_archive()
    {
        Pulled(hand.Sheets[0]);
        File.WriteAllText(Path.Combine(hand.Data.Archive, "17-4-0.part"), "half");
        hand.OpenAgain();
        _ = hand.Office.Warehouse;
        Assert.Empty(Directory.GetFiles(hand.Data.Archive));
    }

    /// <summary>The move was lost with the power: the file lies in the inbox again, as it was. Returned or not, it is no new submission.</summary>
    [Fact]
    public void A_file_that_was_not_moved_away_is_the_submission_that_it_was()
    {
        var returned = hand.Sheets.First(each => each.PlantedCode is not null);
        Pulled(returned);
        Directory.Delete(Path.Combine(hand.Data.Inbox, PlayedMonths.First, DropFolder.Received), recursive: true);
        Pulled(returned);
        Assert.Equal([TableState.returned], States());
        Assert.Single(Received());
    }

    /// <summary>Copying a file keeps its time, so path, time and size alone do not tell that it was sent again.</summary>
    [Fact]
    public void The_same_file_put_again_after_it_was_taken_back_is_a_new_submission_once()
    {
        var sheet = hand.Sheets[0];
        Pulled(sheet);
        for (var number = 2; number <= 3; number++)
        {
            TakeBack.Run(hand.Office.Warehouse, hand.Office.Warehouse.Submissions.Find(Received()[0])!, TableState.withdrawn, "漏统计", "clerk", new(), hand.Office.Now);
            Pulled(sheet);
            Assert.Equal(number, Received().Count);
            Assert.Equal(TableState.loaded, States()[0]);
        }
        Pulled(sheet); // it stands: answered with the receipt it has
        Assert.Equal(3, Received().Count);
    }

    [Fact]
    public void A_submission_of_two_tables_is_taken_back_in_one_load()
    {
        var warehouse = hand.Office.Warehouse;
        var (submission, _) = warehouse.Submissions.Record(
            [new("两个月.xlsx", new('0', 64), 1, "test", PlayedMonths.First, "310151", "key", "clerk", hand.Office.Now)]).Single();
        var loaded = warehouse.Loading.Settle([new(submission, [Table(1), Table(2)], [], TestWarehouse.Answer(submission))], "system", (taken, _) => TestWarehouse.Answer(taken), hand.Office.Now)!;
        Assert.Equal(2, TakeBack.Run(warehouse, submission, TableState.withdrawn, "漏统计", "clerk", new(), hand.Office.Now).Count);
        Assert.Equal(loaded.LoadId + 1, warehouse.Marts.LastLoad()!.LoadId);
        Assert.Equal([TableState.withdrawn, TableState.withdrawn], States());
    }

    static SettledTable Table(int month)
    {
        var period = Period.Month(2022, month);
        return new(new(0, 0, month, null, null, null, "employment-monthly", 1, "310151", PlayedMonths.First, period.Kind, period.Start, 1, TableState.loaded, null),
            [new(0, "C5", "7", 1, "month", "310151", PlayedMonths.First, PlayedMonths.First, "new_employment", 1, period.Kind, period.Start, period.End,
                Basis.in_period, "total", 7, Bound.exact, ValueState.reported, false)], []);
    }

    void Pulled(DemoEvent sent)
    {
        hand.Put(sent);
        hand.Run(PlayedMonths.Pull);
        Assert.Equal([], Directory.GetFiles(Path.Combine(hand.Data.Inbox, sent.OrgUnit)));
    }

    // Newest first.
    List<TableState?> States() => [.. Rows().Select(row => row.State)];
    List<string> Received() => [.. Rows().Select(row => row.Receipt).Distinct()];
    IReadOnlyList<SubmissionRow> Rows() => hand.Office.Warehouse.Submissions.Received(DateTime.MinValue, DateTime.MaxValue);

    public void Dispose() => hand.Dispose();
}
