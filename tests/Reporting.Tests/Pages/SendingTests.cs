using Reporting.Portal.Accounts;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Pages;

/// <summary>An office that is served, sheets of a township to send to it, and what has come in.</summary>
public abstract class SendingTests : IDisposable
{
    private protected const string District = "310151", Town = "310151101", Neighbour = "310151102";
    private protected readonly ServedOffice served = new();
    readonly TestFolder folder = new();

    public void Dispose()
    {
        served.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Visitor Clerk(string unit = Town) => served.As(Role.reporter, District, unit);

    private protected static Seen Send(Visitor clerk, params (string Name, byte[] Bytes)[] files) => clerk.Upload("/submit", "/submit", "files", files);

    private protected byte[] Sheet(int month = 12, string unit = "城桥镇", string period = "（2022年1月）") => File.ReadAllBytes(SmallSheet.In(folder.Data.Root, $"{Guid.NewGuid():N}.csv", month, unit, period));

    private protected string NameOf(string unit) => served.Office.Warehouse.Definitions.Current.OrgUnit(unit)!.Name;

    private protected IReadOnlyList<SubmissionRow> Rows() => served.Office.Warehouse.Submissions.Received(DateTime.UnixEpoch, DateTime.UtcNow.AddDays(1));

    /// <summary>The one submission that has come in.</summary>
    private protected Submission Only() => served.Office.Warehouse.Submissions.Find(Rows().Select(row => row.Receipt).Distinct().Single())!;
}
