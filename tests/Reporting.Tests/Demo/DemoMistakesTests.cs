using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Demo;

public class DemoMistakesTests
{
    static readonly Catalog Catalog = DemoCatalog.Catalog;
    static readonly DemoPlan Plan = DemoPlan.Make(Catalog, DemoCatalog.Chongming, Period.Month(2022, 1), Period.Month(2022, 12), 11);

    /// <summary>Held against all the form's arithmetic: each mistake breaks its own rule and no other; what is only corrected later breaks none.</summary>
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(2022)]
    public void A_mistake_breaks_its_own_rule_and_no_other(int seed)
    {
        var incidents = DemoIncidents.Deal(DemoParcels.Of(Catalog, DemoCatalog.Chongming, Period.Month(2022, 1), Period.Month(2022, 12), seed), seed);
        Assert.Equal(16, incidents.Values.Select(incident => incident.Mistake?.Code).OfType<string>().Distinct().Count());
        Assert.All(incidents.Where(dealt => dealt.Value.Mistaken?.Cut != true), dealt =>
        {
            var truth = (dealt.Value.Slot ?? dealt.Key.Slots[0]).Truth;
            Assert.Empty(BrokenRules(truth, truth));
            string[] expected = dealt.Value.Mistake is { } mistake ? [mistake.Code] : [];
            Assert.Equal(expected, BrokenRules(dealt.Value.First ?? truth, truth).Distinct());
        });
    }

    /// <summary>What is wrong in a planted sheet is found by holding it against the corrected one: there, and nowhere else.</summary>
    [Fact]
    public void A_planted_sheet_differs_from_its_correction_only_where_the_manifest_says()
    {
        foreach (var mistake in Plan.Manifest.Where(mistake => mistake.Place.Cell is not null && mistake.Code != "org_unit_conflict"))
        {
            var (wrong, right) = Pair(mistake);
            var differing = wrong.Keys.Union(right.Keys)
                .Where(cell => !Equals(wrong.GetValueOrDefault(cell), right.GetValueOrDefault(cell)) && !IsDate(right.GetValueOrDefault(cell)));
            Assert.Equal(mistake.Follows.Select(place => place.Cell).Append(mistake.Place.Cell).Order(), differing.Order());
            var divisor = ReadBack.InTenThousands(right) ? 10_000 : 1;
            // Where nothing is asked some sheets print a dash and some nothing; an empty cell is no cell of the package.
            Assert.Equal((mistake.True, mistake.Written), (Shown(right).Trim('-', '—'), Shown(wrong)));

            string Shown(IReadOnlyDictionary<string, object> cells) => !cells.TryGetValue(mistake.Place.Cell!, out var cell) ? ""
                : ReadBack.Number(cell) is { } number ? $"{number * divisor:0.####}" : (string)cell;
        }
    }

    [Fact]
    public void A_sheet_with_a_row_left_out_lacks_that_row_alone()
    {
        foreach (var mistake in Plan.Manifest.Where(mistake => mistake.Code == "line_missing"))
        {
            var (wrong, right) = Pair(mistake);
            Assert.InRange(right.Keys.Select(RowOf).Distinct().Count() - wrong.Keys.Select(RowOf).Distinct().Count(), 1, 1);
            Assert.Null(mistake.Place.Cell);
        }
    }

    [Fact]
    public void A_sheet_with_a_neighbour_s_name_has_the_sender_s_own_figures()
    {
        foreach (var mistake in Plan.Manifest.Where(mistake => mistake.Code == "org_unit_conflict"))
        {
            var (wrong, right) = Pair(mistake);
            Assert.Contains(mistake.Written, (string)wrong[mistake.Place.Cell!], StringComparison.Ordinal);
            Assert.Contains(mistake.True, (string)right[mistake.Place.Cell!], StringComparison.Ordinal);
            Assert.Equal(right.Values.Select(ReadBack.Number), wrong.Values.Select(ReadBack.Number));
            Assert.DoesNotContain(wrong.Values.OfType<string>(), text => text.Contains(mistake.True, StringComparison.Ordinal));
        }
    }

    static IEnumerable<string> BrokenRules(FilledForm sheet, FilledForm truth)
    {
        if (sheet.NamedUnit != sheet.Sender) yield return "org_unit_conflict";
        if (sheet.LineLeftOut is not null) yield return "line_missing";
        if (sheet.LineTwice is not null) yield return "line_twice";
        if (sheet.ColumnLeftOut is not null) yield return "column_missing";
        if (sheet.NamedPeriod != sheet.Period) yield return "period_in_future";
        foreach (var (spot, entry) in sheet.Entries)
        {
            var (line, column, was) = (sheet.Form.Line(spot.Line)!, sheet.Form.Column(spot.Column)!, truth.Entries[spot].Value);
            if (entry.Value >= 100_000_000_000_000m) yield return "value_too_large";
            else if (entry.Value is not null && !line.Fills(column.Id)) yield return "value_not_applicable";
            else if (column.IsQuoted && entry.Value != was) yield return "quoted_differs";
            else if (entry.Value > 1_000 * was) yield return "month_jump";
            if (entry is { Asked: true, Value: null, Words: null }) yield return "value_required";
            if (entry.Words is not null) yield return "value_unreadable";
            if (entry.Value < 0) yield return "value_negative";
            if (entry.Value is { } value && value != Math.Truncate(value)) yield return "value_not_whole";
        }
        foreach (var line in sheet.Form.Lines)
        {
            if (!line.Fills("ytd")) continue;
            var (month, ytd) = (Arithmetic(sheet.Value(line, sheet.Form.MonthColumn())), Arithmetic(sheet.Value(line, sheet.Form.YearToDateColumn())));
            var before = truth.Value(line, truth.Form.YearToDateColumn()) - truth.Value(line, truth.Form.MonthColumn());
            if (ytd != before + month && ytd is not null && month is not null) yield return "ytd_not_previous_plus_month";
            if (ytd < month) yield return "ytd_below_month";
            if (sheet.Form.WholeOf(line) is { } whole && sheet.Form.Columns.Any(column => Arithmetic(sheet.Value(line, column)) > sheet.Value(whole, column)))
                yield return "part_exceeds_whole";
        }
    }

    /// <summary>What no column can hold takes part in no arithmetic.</summary>
    static decimal? Arithmetic(decimal? value) => value >= 100_000_000_000_000m ? null : value;

    static (Dictionary<string, object> Wrong, Dictionary<string, object> Right) Pair(PlantedMistake mistake) => (
        ReadBack.Cells(Plan.Events.Single(each => each.At == mistake.At && each.OrgUnit == mistake.OrgUnit)),
        ReadBack.Cells(Plan.Events.Single(each => each.At == mistake.CorrectedAt && each.OrgUnit == mistake.OrgUnit)));

    /// <summary>The day of filling in is another on a sheet that is sent again.</summary>
    static bool IsDate(object? cell) => cell is string text && text.Contains("填报日期", StringComparison.Ordinal);

    static int RowOf(string address) => int.Parse(address.TrimStart([.. "ABCDEFGH"]), System.Globalization.CultureInfo.InvariantCulture);
}
