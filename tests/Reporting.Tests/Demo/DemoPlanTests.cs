using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Demo;

public class DemoPlanTests
{
    static readonly Catalog Catalog = DemoCatalog.Catalog;
    static readonly Form Form = Catalog.Forms[0];
    static readonly DemoPlan Plan = Make(2022);

    static DemoPlan Make(int seed) => DemoPlan.Make(Catalog, DemoCatalog.Chongming, Period.Month(2022, 1), Period.Month(2022, 12), seed);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        Assert.Equal(Digest(Plan), Digest(Make(2022)));
        Assert.NotEqual(Digest(Plan), Digest(Make(2023)));
    }

    [Fact]
    public void An_undefined_district_is_refused_by_name() =>
        Assert.Contains("310999", Assert.Throws<ArgumentException>(() => DemoPlan.Make(Catalog, "310999", DemoPlan.First, DemoPlan.Last, 1)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(2022), InlineData(1), InlineData(99)]
    public void Every_kind_of_incident_happens_as_often_as_it_should(int seed)
    {
        var plan = Make(seed);
        var byKind = plan.Manifest.GroupBy(mistake => mistake.Code).ToDictionary(kind => kind.Key, kind => kind.ToArray());
        Assert.Equal(16, byKind.Count);
        Assert.All(byKind.Values, mistakes =>
        {
            Assert.InRange(mistakes.Length, 2, 4);
            Assert.Equal(mistakes.Length, mistakes.Select(mistake => mistake.OrgUnit).Distinct().Count());
            Assert.Equal(mistakes.Length, mistakes.Select(mistake => mistake.Period).Distinct().Count());
        });
        Assert.Equal(plan.Manifest.Count, plan.Manifest.Select(mistake => (mistake.OrgUnit, mistake.Period)).Distinct().Count());
        int Count(DemoEventKind kind) => plan.Events.Count(each => each.Kind == kind);
        Assert.Equal((23 * 12 - 5, 3, 2), (Count(DemoEventKind.submission), Count(DemoEventKind.duplicate), Count(DemoEventKind.withdrawal)));
        Assert.Equal(plan.Manifest.Count + 2 + 5, Count(DemoEventKind.resubmission) + Count(DemoEventKind.correction));
        Assert.Equal(plan.Manifest.Count, plan.Events.Count(each => each.PlantedCode is not null));
        Assert.InRange(plan.Events.Count(each => each.Late), 5, 14);
    }

    [Fact]
    public void Events_come_in_order_within_office_hours_and_only_the_late_ones_late()
    {
        Assert.Equal(Plan.Events.OrderBy(each => each.At).Select(each => each.At), Plan.Events.Select(each => each.At));
        foreach (var each in Plan.Events)
        {
            var local = each.At.AddHours(8);
            Assert.Equal(DateTimeKind.Utc, each.At.Kind);
            Assert.InRange(local.TimeOfDay, new TimeSpan(8, 45, 0), new TimeSpan(18, 0, 0));
            Assert.True(Catalog.WorkingDays.IsWorked(DateOnly.FromDateTime(local)));
            if (each.Kind != DemoEventKind.submission) continue;
            var obligation = Form.ObligationOf(Catalog.OrgUnit(each.OrgUnit)!.Role)!;
            Assert.Equal(each.Late, DateOnly.FromDateTime(local) > Catalog.WorkingDays.After(each.Period.End, obligation.DueWorkingDay));
        }
    }

    [Fact]
    public void The_last_word_on_a_month_is_said_before_the_next_month_s_sheet()
    {
        foreach (var unit in Plan.Events.GroupBy(each => each.OrgUnit))
        {
            var months = unit.GroupBy(each => each.Period).OrderBy(month => month.Key).ToArray();
            Assert.InRange(months.Length, 10, 12);
            Assert.All(months.Zip(months.Skip(1)), pair => Assert.True(pair.First.Max(each => each.At) < pair.Second.Min(each => each.At)));
        }
    }

    [Fact]
    public void Every_sheet_that_is_not_planted_holds_what_its_sender_owes()
    {
        foreach (var sent in Plan.Events.Where(IsTrue))
        {
            var cells = ReadBack.Cells(sent);
            var numbers = cells.Values.Select(ReadBack.Number).OfType<decimal>().ToHashSet();
            var divisor = ReadBack.InTenThousands(cells) ? 10_000 : 1;
            foreach (var truth in Plan.Truth.Where(truth => truth.Reporter == sent.OrgUnit && truth.Period == sent.Period))
            {
                Assert.Contains(truth.Value / divisor, numbers);
            }
        }
    }

    [Fact]
    public void What_was_accepted_first_and_corrected_later_was_consistent_in_itself()
    {
        foreach (var corrected in Plan.Events.Where(each => each.Kind is DemoEventKind.correction or DemoEventKind.withdrawal))
        {
            var first = Plan.Events.First(each => each.OrgUnit == corrected.OrgUnit && each.Period == corrected.Period);
            if (first.PlantedCode is not null) continue;
            var last = Plan.Events.Last(each => each.OrgUnit == corrected.OrgUnit && each.Period == corrected.Period);
            var (before, after) = (ReadBack.Cells(first), ReadBack.Cells(last));
            var grown = after.Keys.Where(cell => ReadBack.Number(after[cell]) is not null && ReadBack.Number(before[cell]) != ReadBack.Number(after[cell]))
                .Select(cell => ReadBack.Number(before[cell]) - ReadBack.Number(after[cell])).ToArray();
            Assert.Equal(2, grown.Length);
            Assert.Equal(grown[0], grown[1]);
            Assert.True(grown[0] > 0);
        }
    }

    [Fact]
    public void A_duplicate_is_the_same_file_again_and_a_withdrawal_brings_none()
    {
        var twice = Plan.Events.First(each => each.Kind == DemoEventKind.duplicate);
        var first = Plan.Events.First(each => each.OrgUnit == twice.OrgUnit && each.Period == twice.Period);
        Assert.Equal(first.Bytes, twice.Bytes);
        Assert.Equal(first.FileName, twice.FileName);
        Assert.All(Plan.Events.Where(each => each.Kind == DemoEventKind.withdrawal), each => Assert.Empty(each.Bytes));
    }

    [Fact]
    public void Csv_files_are_in_the_encodings_that_offices_use()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var files = Plan.Events.Where(each => each.Kind != DemoEventKind.withdrawal && each.FileName.EndsWith(".csv", StringComparison.Ordinal)).ToArray();
        var marked = files.Where(each => each.Bytes is [0xEF, 0xBB, 0xBF, ..]).ToArray();
        Assert.Single(marked.Select(each => each.OrgUnit).Distinct());
        Assert.All(marked, each => Assert.Contains("就业", strict.GetString(each.Bytes), StringComparison.Ordinal));
        var chinese = files.Except(marked).ToArray();
        Assert.Equal(2, chinese.Select(each => each.OrgUnit).Distinct().Count());
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        Assert.All(chinese, each =>
        {
            Assert.Throws<DecoderFallbackException>(() => strict.GetString(each.Bytes));
            Assert.Contains("就业", gb18030.GetString(each.Bytes), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_manifest_is_written_as_json_and_read_back()
    {
        var json = JsonSerializer.Serialize(Plan.Manifest);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<PlantedMistake[]>(json)));
        Assert.Contains("\"part_exceeds_whole\"", json, StringComparison.Ordinal);
    }

    static bool IsTrue(DemoEvent each) => each.PlantedCode is null && each.Kind != DemoEventKind.withdrawal
        && each == Plan.Events.Last(other => other.OrgUnit == each.OrgUnit && other.Period == each.Period);

    static string Digest(DemoPlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var each in plan.Events)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{each.At:O} {each.OrgUnit} {each.FileName} {each.Kind} {each.Period} {each.PlantedCode} {each.PlantedPlace}"));
            hash.AppendData(each.Bytes);
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
