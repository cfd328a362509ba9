using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reference;

public class DuesTests
{
    static readonly Catalog Shipped = DefinitionBody.CatalogFrom(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null));

    // One district and its townships' form, so that the counts below can be done by hand: 18 townships and 3 parks.
    static readonly Catalog Catalog = new(
        [Shipped.District("310151")!], Shipped.Elements, Shipped.Breakdowns, Shipped.Indicators,
        [.. Shipped.Forms.Where(form => form.Id == "employment-monthly")], Shipped.Plans, Shipped.WorkingDays);

    // The fifth working day after the month, counted by hand from the notices of 2022 and 2023.
    [Theory]
    [InlineData("2022-01", "2022-02-11")] // 春节 to 2-6; 2-7 is the first
    [InlineData("2022-02", "2022-03-07")]
    [InlineData("2022-03", "2022-04-08")] // 清明 4-3 to 4-5; Saturday 4-2 is worked
    [InlineData("2022-04", "2022-05-10")] // 劳动节 to 5-4; Saturday 5-7 is worked
    [InlineData("2022-05", "2022-06-08")] // 端午 6-3 to 6-5
    [InlineData("2022-06", "2022-07-07")]
    [InlineData("2022-07", "2022-08-05")]
    [InlineData("2022-08", "2022-09-07")]
    [InlineData("2022-09", "2022-10-12")] // 国庆 to 10-7; Saturday 10-8 and Sunday 10-9 are worked
    [InlineData("2022-10", "2022-11-07")]
    [InlineData("2022-11", "2022-12-07")]
    [InlineData("2022-12", "2023-01-09")] // 元旦 to 1-2
    public void A_month_is_due_on_the_fifth_working_day_after_it(string month, string due)
    {
        var start = Period.Parse(month).Start;
        var dues = Dues.Of(Catalog, "310151", start, start);
        Assert.All(dues, one => Assert.Equal((Period.Parse(due).Start, false, start), (one.DueDate, one.Provisional, one.PeriodStart)));
        Assert.Equal(21, dues.Count);
    }

    [Fact]
    public void A_year_owes_a_sheet_of_every_unit_and_month_once()
    {
        var dues = Dues.Of(Catalog, "310151", new(2022, 1, 1), new(2022, 12, 31));
        Assert.Equal(12 * 21, dues.Count);
        Assert.Equal(dues.Count, dues.DistinctBy(due => (due.OrgUnit, due.Form, due.PeriodStart)).Count());
        Assert.DoesNotContain(dues, due => due.OrgUnit == "310151");
        Assert.Equal(dues.OrderBy(due => due.PeriodStart).ThenBy(due => due.OrgUnit, StringComparer.Ordinal), dues);
    }

    [Fact]
    public void Nothing_is_owed_before_the_obligation_stands() =>
        Assert.Empty(Dues.Of(Catalog, "310151", new(2020, 1, 1), new(2020, 12, 31)));

    [Fact]
    public void Another_district_owes_nothing_here() => Assert.Empty(Dues.Of(Catalog, "310117", new(2022, 1, 1), new(2022, 12, 31)));

    [Theory]
    [InlineData("310151", "2022-03-01", "2022-03-01", 3 * 21 + 6)] // three forms of townships and parks, one of each department
    [InlineData("310117", "2022-03-01", "2022-03-01", 3 * 21 + 6)] // 17 townships, 4 parks
    [InlineData("310151", "2022-01-01", "2022-01-01", 3 * 21 + 6 + 1)] // and the bureau's year
    [InlineData("310117", "2016-01-01", "2020-12-31", 0)] // nothing but the figures of a plan, and those only where there is a plan
    public void Each_district_owes_its_forms(string district, string from, string to, int count) =>
        Assert.Equal(count, Dues.Of(Shipped, district, Period.Parse(from).Start, Period.Parse(to).Start).Count(due => due.PeriodKind != PeriodKind.plan));

    [Fact]
    public void A_department_has_eight_working_days_and_the_bureau_twenty()
    {
        var dues = Dues.Of(Shipped, "310117", new(2022, 1, 1), new(2022, 1, 1));
        Assert.Equal(new DateOnly(2022, 2, 16), dues.Single(due => due.Form == "songjiang-arbitration-monthly").DueDate);
        Assert.Equal(new DateOnly(2023, 2, 2), dues.Single(due => due.Form == "songjiang-bureau-yearly").DueDate); // 春节 1-21 to 1-27; Saturday 1-28 and Sunday 1-29 are worked
    }

    [Fact]
    public void A_due_date_in_a_year_without_a_table_is_provisional()
    {
        var dues = Dues.Of(Catalog, "310151", new(2026, 11, 1), new(2026, 12, 1));
        Assert.Equal([(new DateOnly(2026, 12, 7), false), (new DateOnly(2027, 1, 7), true)], dues.Select(due => (due.DueDate, due.Provisional)).Distinct());
    }

    [Fact]
    public void Obligations_end_with_the_last_month_that_starts_while_they_stand()
    {
        var dues = Dues.Of(Changed(form => form with { Obligations = [.. form.Obligations.Select(one => one with { To = new(2022, 6, 30) })] }),
            "310151", new(2022, 1, 1), new(2022, 12, 31));
        Assert.Equal(new DateOnly(2022, 6, 1), dues[^1].PeriodStart);
        Assert.Equal(6 * 21, dues.Count);
    }

    [Fact]
    public void Of_a_merger_in_mid_month_the_successor_owes()
    {
        var catalog = Catalog.Districts[0] is var district ? With([district with { Units = [.. district.Units.Select(Merged), Successor(district)] }], Catalog.Forms) : Catalog;
        var may = Dues.Of(catalog, "310151", new(2022, 5, 1), new(2022, 5, 1)).Select(due => due.OrgUnit).ToList();
        var june = Dues.Of(catalog, "310151", new(2022, 6, 1), new(2022, 6, 1)).Select(due => due.OrgUnit).ToList();
        Assert.Equal((21, true, false), (may.Count, may.Contains("310151201"), may.Contains("310151203")));
        Assert.Equal((20, false, true), (june.Count, june.Contains("310151201"), june.Contains("310151203")));

        static OrgUnit Merged(OrgUnit unit) => unit.Code is "310151201" or "310151202"
            ? unit with { ValidTo = new(2022, 6, 15), Successors = [new("310151203", 1)] } : unit;
        static OrgUnit Successor(District district) =>
            district.Units.Single(unit => unit.Code == "310151201") with { Code = "310151203", Measures = "310151203", Name = "新横乡", Aliases = [], ValidFrom = new(2022, 6, 16) };
    }

    [Theory]
    [InlineData(PeriodKind.quarter, "2022-01-15", "2022-12-31", "2022-04-01,2022-07-01,2022-10-01")]
    [InlineData(PeriodKind.half, "2022-01-01", "2022-12-31", "2022-01-01,2022-07-01")]
    [InlineData(PeriodKind.year, "2022-01-01", "2023-12-31", "2022-01-01,2023-01-01")]
    [InlineData(PeriodKind.week, "2022-01-01", "2022-01-17", "2022-01-03,2022-01-10,2022-01-17")]
    [InlineData(PeriodKind.day, "2022-01-31", "2022-02-02", "2022-01-31,2022-02-01,2022-02-02")]
    [InlineData(PeriodKind.plan, "2021-01-01", "2025-12-31", "2021-01-01")]
    public void Forms_of_any_period_are_owed_for_the_periods_that_start_in_the_span(PeriodKind kind, string from, string to, string starts)
    {
        var catalog = Changed(form => form with { Period = kind, Obligations = [.. form.Obligations.Select(one => one with { From = new(2021, 1, 1) })] });
        var dues = Dues.Of(catalog, "310151", Period.Parse(from).Start, Period.Parse(to).Start);
        Assert.Equal(starts, string.Join(',', dues.Select(due => $"{due.PeriodStart:yyyy-MM-dd}").Distinct()));
        Assert.All(dues, due => Assert.Equal(kind, due.PeriodKind));
    }

    static Catalog Changed(Func<Form, Form> change) => With(Catalog.Districts, [.. Catalog.Forms.Select(change)]);

    static Catalog With(IReadOnlyList<District> districts, IReadOnlyList<Form> forms) =>
        new(districts, Catalog.Elements, Catalog.Breakdowns, Catalog.Indicators, forms, Catalog.Plans, Catalog.WorkingDays);
}
