using System.Net;
using Reporting.Portal.Accounts;
using Reporting.Tests.Jobs;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Pages;

/// <summary>A served office of two districts in which two townships of one have sent their sheet of January 2022.</summary>
public sealed class FiguresOffice : IDisposable
{
    public const string Chongming = "310151", Songjiang = "310117", Indicator = "new_employment", Commitment = "chongming-145-new-employment";

    internal ServedOffice Served { get; } = new();
    public string Town { get; } = JanuarySheets.All[0].OrgUnit;
    public string OtherTown { get; } = JanuarySheets.All[1].OrgUnit;

    public FiguresOffice() => JanuarySheets.Send(Served.Office.Warehouse, JanuarySheets.All.Take(2), Served.Office.Now);

    internal Visitor As(Role role, string? district = Chongming, string? unit = null) => Served.As(role, district, unit);

    internal string Receipt => Served.Office.Warehouse.Marts.Addends(Chongming, Town, Indicator, 2022, 1, Served.Office.Warehouse.Marts.LastLoad()!.LoadId)[0].Receipt!;

    /// <summary>What is another's answers as what is not there, word for word.</summary>
    internal static void IsNotThere(Visitor visitor, params string[] paths)
    {
        var nothing = visitor.Get("/no/such/page");
        foreach (var path in paths)
        {
            var seen = visitor.Get(path);
            Assert.Equal((path, HttpStatusCode.NotFound, nothing.Text), (path, seen.Status, seen.Text));
        }
    }

    public void Dispose() => Served.Dispose();
}
