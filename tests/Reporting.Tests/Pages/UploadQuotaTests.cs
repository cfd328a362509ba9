using System.Net;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Tests.Jobs;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using static Reporting.Tests.Pages.FiguresOffice;

namespace Reporting.Tests.Pages;

/// <summary>No login fills the disk: so many files and bytes a day, none where there is no room, and nothing of what is refused is kept.</summary>
public sealed class UploadQuotaTests : IDisposable
{
    const string Town = "310151101";
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_login_sends_so_many_files_a_day_by_page_and_program_together_and_others_still_send()
    {
        var clock = new SteppedClock(new(2022, 2, 5, 2, 0, 0, TimeSpan.Zero));
        using var served = new ServedOffice(clock, uploads: new() { FilesADay = 3 });
        using var clerk = served.As(Role.reporter, Chongming, Town);
        using var program = served.Program(clerk.Login);
        Assert.Contains("刚报送的 2 份", clerk.Upload("/submit", "/submit", "files", [("1.csv", Sheet(1)), ("2.csv", Sheet(2))]).Text, StringComparison.Ordinal);
        using (var refused = await Send(program, Sheet(3), Sheet(4)))
        {
            Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromHours(14)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
            Assert.Contains("今天已报送 2 份，这次的 2 份没有收", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using (var taken = await Send(program, Sheet(3))) Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        var seen = clerk.Upload("/submit", "/submit", "files", [("4.csv", Sheet(4))]);
        Assert.Equal(HttpStatusCode.TooManyRequests, seen.Status);
        Assert.Contains("一个账号一天最多报送 3 份", seen.Text, StringComparison.Ordinal);
        Assert.Equal(3, Kept(served));
        using (var other = served.Program(served.As(Role.reporter, Chongming, Town).Login)) using (var taken = await Send(other, Sheet(5))) Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        clock.MoveOn(TimeSpan.FromHours(14));
        using (var tomorrow = served.Program(clerk.Login)) using (var taken = await Send(tomorrow, Sheet(4))) Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Fact]
    public async Task Bytes_are_counted_too()
    {
        using var served = new ServedOffice(uploads: new() { BytesADay = 700 });
        using var program = served.Program(served.As(Role.reporter, Chongming, Town).Login);
        using (var taken = await Send(program, Sheet(1))) Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        using (var refused = await Send(program, Sheet(2))) Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(1, Kept(served));
    }

    [Fact]
    public async Task Where_there_is_no_room_nothing_is_taken_and_all_goes_on_once_there_is()
    {
        var free = 600L * 1024 * 1024;
        using var served = new ServedOffice(uploads: new() { Free = _ => free });
        using var clerk = served.As(Role.reporter, Chongming, Town);
        using var program = served.Program(clerk.Login);
        free = 512L * 1024 * 1024 + 100;
        using (var refused = await Send(program, Sheet(1)))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(10)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
            Assert.Contains("磁盘快满了", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        var seen = clerk.Upload("/submit", "/submit", "files", [("1.csv", Sheet(1))]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, seen.Status);
        Assert.Contains("腾出空间后再传", seen.Text, StringComparison.Ordinal);
        Assert.Equal(0, Kept(served));
        Assert.False(Directory.Exists(served.Data.Archive) && Directory.EnumerateFiles(served.Data.Archive, "*", SearchOption.AllDirectories).Any());
        Assert.Equal(HttpStatusCode.OK, clerk.Get("/submit").Status); // looking is not sending
        free *= 2;
        using (var taken = await Send(program, Sheet(1))) Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Fact]
    public void A_form_on_the_page_is_held_to_the_same()
    {
        var free = long.MaxValue;
        using var served = new ServedOffice(uploads: new() { Free = _ => free });
        using var clerk = served.As(Role.reporter, Chongming, Town);
        var page = $"/entry?form=employment-monthly&org={Town}&period=2022-01";
        var fields = System.Text.RegularExpressions.Regex.Matches(clerk.Open(page).Html, "name=\"(v-[^\"]+)\"").Select(match => (match.Groups[1].Value, "6"));
        free = 0;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, clerk.Post(page, "/entry", [("form", "employment-monthly"), ("org", Town), ("period", "2022-01"), .. fields]).Status);
        Assert.Equal(0, Kept(served));
    }

    [Theory]
    [InlineData(21, 1, "附件一共最多 20 MB"), InlineData(0, 1, "0 字节"), InlineData(1, 21, "附件最多 20 个")]
    public void Evidence_is_measured_before_it_is_read(int megabytes, int files, string told)
    {
        using var office = new FiguresOffice();
        using var reviewer = office.As(Role.reviewer);
        var (page, bytes) = ($"/targets/tasks/{MatrixOffice.Task}", new byte[megabytes * 1024 * 1024 / files]);
        var seen = reviewer.Upload(page, $"{page}?handler=Report", "files", [.. Enumerable.Range(0, files).Select(number => ($"{number}.bin", bytes))], ("state", "under_way"), ("words", "开过会"));
        Assert.Contains(told, seen.Text, StringComparison.Ordinal);
        Assert.Contains("开过会", seen.Html, StringComparison.Ordinal); // what was typed stays
        Assert.DoesNotContain("0.bin</a>", reviewer.Open(page).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Served.Office.Operations.AuditEntries(20), entry => entry.Verb == "task report");
    }

    static int Kept(ServedOffice served) => served.Office.Warehouse.Submissions.Received(DateTime.UnixEpoch, DateTime.UtcNow.AddDays(1)).Select(row => row.Receipt).Distinct().Count();

    static async Task<HttpResponseMessage> Send(HttpClient program, params byte[][] sheets)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (number, sheet) in sheets.Index()) form.Add(new ByteArrayContent(sheet), "file", $"{number}.csv");
        return await program.PostAsync("/api/v1/submissions", form);
    }

    byte[] Sheet(int month) => File.ReadAllBytes(SmallSheet.In(folder.Data.Root, $"{Guid.NewGuid():N}.csv", month + 20));
}
