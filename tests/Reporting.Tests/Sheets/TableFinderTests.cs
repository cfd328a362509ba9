using Reporting.Etl.Sheets;

namespace Reporting.Tests.Sheets;

public class TableFinderTests
{
    public static TheoryData<string> Cases => GoldenCase.Names("Sheets");

    [Theory, MemberData(nameof(Cases))]
    public void A_layout_is_understood(string name)
    {
        var tables = TableFinder.Find(SheetText.Parse(GoldenCase.Sheet("Sheets", name)));
        GoldenCase.Check("Sheets", name, tables.Count == 0 ? "no table\n" : string.Concat(tables.Select(TableText.Of)));
    }
}
