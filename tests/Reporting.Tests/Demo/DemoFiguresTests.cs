using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Demo;

public class DemoFiguresTests
{
    static readonly Catalog Catalog = DemoCatalog.Catalog;
    static readonly Form Form = Catalog.Forms[0];
    static readonly DemoFigures Figures = new(Catalog, DemoCatalog.Chongming, 7);

    [Theory]
    [InlineData(1, 9000, 9800), InlineData(3, 175, 215), InlineData(5, 425, 440), InlineData(6, 9800, 10800)]
    public void A_district_s_year_is_near_what_its_plan_promises(int line, int least, int most)
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var figures = new DemoFigures(Catalog, DemoCatalog.Chongming, seed);
            var year = Counting().Sum(unit => Months(2022).Sum(month => figures.Month(unit, Form.Line(line)!, month)));
            Assert.InRange(year, least, most);
        }
    }

    [Fact]
    public void Registered_unemployed_are_a_stock_that_moves_slowly()
    {
        var center = Catalog.OrgUnit("310151-JYCJ")!;
        var stock = Months(2022).Prepend(Period.Month(2021, 12)).Select(month => Figures.Month(center, Form.Line(8)!, month)).ToArray();
        Assert.All(stock, level => Assert.InRange(level, 3_000, 4_000));
        Assert.All(stock.Zip(stock.Skip(1)), pair => Assert.InRange(Math.Abs(pair.Second - pair.First), 0, 100));
    }

    [Fact]
    public void A_department_states_the_district_s_figure()
    {
        var (center, school) = (Catalog.OrgUnit("310151-JYCJ")!, Catalog.OrgUnit("310151-ZYPX")!);
        foreach (var month in Months(2022))
        {
            Assert.Equal(Counting().Sum(unit => Figures.Month(unit, Form.Line(6)!, month)), Figures.Month(school, Form.Line(6)!, month));
            var itself = Figures.Month(center, Form.Line(8)!, month) - Counting().Sum(unit => Figures.Month(unit, Form.Line(8)!, month));
            Assert.InRange(itself, 150, 190);
            Assert.Null(Figures.Cell(school, Form, Form.Line(1)!, Form.Columns[0], month));
        }
    }

    [Fact]
    public void Parts_stay_within_wholes_and_cumulative_figures_are_running_sums()
    {
        foreach (var unit in Units())
            foreach (var line in Form.Lines.Where(line => line.Fills("ytd")))
            {
                var sum = 0m;
                foreach (var month in Months(2022))
                {
                    sum += Cell(unit, line, "month", month);
                    Assert.Equal(sum, Cell(unit, line, "ytd", month));
                    Assert.All(Form.Columns, column => Assert.InRange(Cell(unit, line, column.Id, month), 0,
                        Form.WholeOf(line) is { } whole ? Cell(unit, whole, column.Id, month) : decimal.MaxValue));
                }
            }
    }

    [Fact]
    public void Last_year_s_cumulative_figure_is_what_that_year_s_own_sheets_say()
    {
        foreach (var unit in Units())
            foreach (var month in Months(2023))
                Assert.Equal(Cell(unit, Form.Lines[0], "ytd", month.YearsBack(1)), Cell(unit, Form.Lines[0], "ytd_last_year", month));
    }

    [Fact]
    public void Large_units_are_large_and_small_ones_have_empty_months()
    {
        decimal Year(string code, int line) => Months(2022).Sum(month => Figures.Month(Catalog.OrgUnit(code)!, Form.Line(line)!, month));
        Assert.True(Year("310151101", 1) > 8 * Year("310151201", 1));
        Assert.Contains(Months(2022), month => Figures.Month(Catalog.OrgUnit("310151201")!, Form.Line(3)!, month) == 0);
    }

    [Fact]
    public void Alternatives_that_exhaust_a_whole_add_up_to_it()
    {
        var male = Form.Lines[1] with { Number = 9, Label = "男性", Breakdown = "male" };
        var form = Form with { Lines = [.. Form.Lines, male] };
        var unit = Catalog.OrgUnit("310151104")!;
        var figures = new DemoFigures(new(Catalog.Districts, Catalog.Elements, Catalog.Breakdowns, Catalog.Indicators, [form], Catalog.Plans, Catalog.WorkingDays), DemoCatalog.Chongming, 7);
        Assert.All(Months(2022), month => Assert.Equal(figures.Month(unit, form.Lines[0], month), figures.Month(unit, form.Lines[1], month) + figures.Month(unit, male, month)));
    }

    static decimal Cell(OrgUnit unit, FormLine line, string column, Period month) => Figures.Cell(unit, Form, line, Form.Column(column)!, month)!.Value!.Value;

    static IEnumerable<Period> Months(int year) => Enumerable.Range(1, 12).Select(month => Period.Month(year, month));

    static IEnumerable<OrgUnit> Units() => Figures.Units;

    static IEnumerable<OrgUnit> Counting() => Units().Where(unit => unit.Counts);
}
