using System.Net.Http.Headers;
using System.Text;
using Reporting.Portal.Accounts;
using Reporting.Portal.Operations;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using static Reporting.Tests.Pages.FiguresOffice;

namespace Reporting.Tests.Pages;

/// <summary>An office of 崇明 in which there is one of everything that an address can name, and people of each role there and in 松江.</summary>
public sealed class MatrixOffice : IDisposable
{
    public const string Task = "chongming-145-collective-bargaining", Foreign = "310117001";
    readonly FiguresOffice office = new();
    readonly TestFolder folder = new();
    readonly Dictionary<Role, Person> own = [], foreign = [];

    public MatrixOffice()
    {
        Receipt = office.Receipt;
        using (var clerk = office.As(Role.reporter, unit: office.Town))
        {
            // More women than people: returned, with a mark on the cell.
            var sheet = SmallSheet.In(folder.Data.Root, "错.csv", month: 3, unit: Catalog.OrgUnit(office.Town)!.Name, period: "（2022年3月）");
            clerk.Upload("/submit", "/submit", "files", [("错.csv", File.ReadAllBytes(sheet))]);
        }
        Returned = Warehouse.Submissions.Received(DateTime.UnixEpoch, DateTime.UtcNow.AddDays(1)).Single(row => row.FileName == "错.csv").Receipt;
        Edition = IssuedEdition();
        using (var assessor = office.As(Role.assessor)) assessor.Post($"/assess/freeze?district={Chongming}&year=2022", $"/assess/freeze?district={Chongming}&year=2022", ("uncertified-ok", "true"), ("Reason", "试"), ("district", Chongming), ("year", "2022"));
        Run = Warehouse.Marts.AssessmentRuns(Chongming, long.MaxValue - 1)[^1].Run;
        Job = Served.Office.Operations.RecordRun(Served.Office.JobsFile.Jobs[0].NewRun(RunCause.hand, "tests", null), null)!.Value;
        (Case, CaseFile) = OpenCase();
        using (var reviewer = office.As(Role.reviewer)) reviewer.Upload($"/targets/tasks/{Task}", $"/targets/tasks/{Task}?handler=Report", "files", [("依据.txt", "开过会"u8.ToArray())], ("state", "under_way"));
        TaskFile = Hash("开过会");
        Served.Add("somebody", (Role.leader, Chongming, null));
        foreach (var role in RoleWords.All) (own[role], foreign[role]) = (Someone(role, Chongming, office.Town), Someone(role, Songjiang, Foreign));
    }

    internal ServedOffice Served => office.Served;
    internal Reporting.Warehouse.OpenWarehouse Warehouse => Served.Office.Warehouse;
    public string Town => office.Town;
    public string OtherTown => office.OtherTown;
    public string Receipt { get; }
    public string Returned { get; }
    public long Edition { get; }
    public long Run { get; }
    public long Job { get; }
    public long Case { get; }
    public string CaseFile { get; }
    public string TaskFile { get; }

    /// <summary>Somebody of 崇明 (of its town, where they report), by role.</summary>
    internal Person Own(Role role) => own[role];

    /// <summary>The same in 松江.</summary>
    internal Person Other(Role role) => foreign[role];

    internal Person Someone(Role role, string district, string unit)
    {
        var visitor = Served.As(role, role is Role.admin or Role.operations ? null : district, role == Role.reporter ? unit : null);
        return new(visitor, Served.Program(visitor.Login));
    }

    Reporting.Warehouse.Reference.Catalog Catalog => Warehouse.Definitions.Current;

    long IssuedEdition()
    {
        using (var reviewer = office.As(Role.reviewer)) reviewer.Post("/reports", "/reports?handler=Issue", ("district", Chongming), ("report", "definitions"), ("period", "2022"));
        foreach (var role in (Role[])[Role.reviewer, Role.leader])
        {
            using var signer = office.As(role);
            var held = Warehouse.Editions.All().Max(one => one.EditionId);
            if (signer.Open($"/reports/{held}").Html.Contains("handler=Sign", StringComparison.Ordinal)) signer.Post($"/reports/{held}", $"/reports/{held}?handler=Sign");
        }
        return Warehouse.Editions.All().Max(one => one.EditionId);
    }

    (long Number, string Sha256) OpenCase()
    {
        using (var reviewer = office.As(Role.reviewer)) reviewer.Post($"/targets/supervision?district={Chongming}", $"/targets/supervision?district={Chongming}&handler=Open",
            ("org", office.Town), ("Demand", "补报三月的报表"), ("Deadline", DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        var number = Warehouse.Marts.Supervisions(Chongming, Warehouse.Marts.LastLoad()!.LoadId).Single().Order.Number;
        using (var clerk = office.As(Role.reporter, unit: office.Town)) clerk.Upload($"/targets/supervision/{number}", $"/targets/supervision/{number}?handler=Feedback", "Evidence", [("证明.txt", "已经补报"u8.ToArray())], ("Words", "已补报"));
        return (number, Hash("已经补报"));
    }

    static string Hash(string words) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(words)));

    public void Dispose()
    {
        office.Dispose();
        folder.Dispose();
    }
}

/// <summary>Somebody with a browser and a program of theirs.</summary>
sealed record Person(Visitor Pages, HttpClient Api)
{
    public HttpClient For(string path) => path.StartsWith("/api", StringComparison.Ordinal) ? Api : Pages.Client;

    public HttpResponseMessage Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return For(path).SendAsync(request).GetAwaiter().GetResult();
    }
}

static class Programs
{
    /// <summary>A program that asks in somebody's name.</summary>
    public static HttpClient Program(this ServedOffice served, string login)
    {
        var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Visitor.Patience }) { BaseAddress = served.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", served.Office.Accounts.IssueToken(login, "试", 1).Token);
        return client;
    }
}
