using Reporting.Etl.Arrivals;
using Reporting.Etl.Intake;
using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Reports;
using Reporting.Tests.Corpus;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Jobs;

/// <summary>What arrives may be strange and may arrive together; the way of a submission goes on for all the others.</summary>
public sealed class JobsTests : IDisposable
{
    static readonly DateTime Now = TestWarehouse.At(new(2022, 2, 20));
    static readonly IReadOnlyList<DemoEvent> Sheets = [.. DemoPlan.Make(ShippedCatalog.Catalog, "310151", Period.Month(2022, 1), Period.Month(2022, 12), 1).Events.Where(each => each.Forms is ["employment-monthly"])];

    readonly TestFolder folder = new();
    readonly OpenWarehouse warehouse;

    public JobsTests()
    {
        File.WriteAllBytes(folder.Data.WarehouseFile, ShippedOffice.EnteredBy(new HandClock(new(TestWarehouse.At(new(2022, 1, 1)), TimeSpan.Zero))));
        warehouse = OpenWarehouse.Open(folder.Data);
    }

    public void Dispose()
    {
        warehouse.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_file_with_the_longest_name_there_is_is_taken()
    {
        var unit = Units()[0];
        Put(unit, new string('表', 83) + ".csv", "x");
        var pulled = await Pull();
        Assert.Equal(1, pulled.Taken);
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(folder.Data.Inbox, unit, DropFolder.Received)));
        Assert.EndsWith(".csv", kept, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(folder.Data.Answers, unit)).Length); // words, JSON, and the marked workbook
    }

    [Fact]
    public async Task What_cannot_be_opened_is_left_alone_and_said()
    {
        var (one, other) = (Units()[0], Units()[1]);
        Put(one, "好.csv", "x");
        Directory.CreateDirectory(Path.Combine(folder.Data.Inbox, other));
        File.CreateSymbolicLink(Path.Combine(folder.Data.Inbox, other, "断.csv"), "/nowhere/at/all");
        var pulled = await Pull();
        Assert.Equal(1, pulled.Taken);
        Assert.Contains($"{other}/断.csv", Assert.Single(pulled.LeftAlone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_under_another_name_are_answered_once()
    {
        var unit = Units()[0];
        Put(unit, "六月.csv", "x");
        Assert.Equal(1, (await Pull()).Taken);
        Put(unit, "更正 六月.csv", "x");
        Assert.Equal((1, 0), Counted(await Pull())); // what was returned does not stand: its bytes are a submission again
        Put(Sheets[0].OrgUnit, Sheets[0].FileName, Sheets[0].Bytes);
        Assert.Equal((1, 0), Counted(await Pull()));
        Put(Sheets[0].OrgUnit, "更正.xlsx", Sheets[0].Bytes);
        Assert.Equal((0, 1), Counted(await Pull()));
        Assert.Equal((0, 0), Counted(await Pull()));
        var answer = Assert.Single(Directory.GetFiles(Path.Combine(folder.Data.Answers, Sheets[0].OrgUnit), "重复报送*"));
        var words = File.ReadAllText(answer);
        Assert.EndsWith("更正.xlsx.txt", answer, StringComparison.Ordinal);
        Assert.Contains($"收到的“{Sheets[0].FileName}”内容完全相同", words, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(answer).Split(' ')[1], words, StringComparison.Ordinal);
    }

    static (int, int) Counted(PullOutcome pulled) => (pulled.Taken, pulled.Repeated);

    [Fact]
    public async Task What_lies_where_no_pull_looks_is_told_once()
    {
        var unit = Units()[0];
        Put(unit, Path.Combine("子", "六月.csv"), "x");
        Put("999", "七月.csv", "x");
        Put("", "八月.csv", "x");
        Put(unit, "~$九月.xlsx", "x");
        var first = await Pull();
        Assert.Equal((0, 3), (first.Taken, first.LeftAlone.Count));
        Assert.Contains("六月.csv", File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(folder.Data.Answers, unit)))), StringComparison.Ordinal);
        var ofNobody = Directory.GetFiles(Path.Combine(folder.Data.Answers, "未识别单位")).Select(File.ReadAllText).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, ofNobody.Count);
        Assert.Contains(ofNobody, words => words.Contains("七月.csv", StringComparison.Ordinal) && words.Contains("999", StringComparison.Ordinal));
        Assert.Contains(ofNobody, words => words.Contains("八月.csv", StringComparison.Ordinal));

        File.Delete(Assert.Single(Directory.GetFiles(Path.Combine(folder.Data.Answers, unit))));
        Assert.Equal(3, (await Pull()).LeftAlone.Count);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Data.Answers, unit)));
        Put(unit, Path.Combine("子", "十月.csv"), "x"); // another one is told of
        await Pull();
        Assert.Contains("十月.csv", File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(folder.Data.Answers, unit)))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_on_a_hidden_sheet_alone_is_said_to_be_hidden()
    {
        const string rows = "<sheetData><row r='1'><c t='str'><v>就业工作月报表（2022年1月）</v></c></row><row r='2'><c t='str'><v>项目</v></c><c t='str'><v>本月数</v></c><c t='str'><v>本年累计</v></c></row>"
            + "<row r='3'><c t='str'><v>新增就业人数</v></c><c><v>1</v></c><c><v>1</v></c></row></sheetData>";
        var book = Intake.Book.OfSheet("", ("xl/workbook.xml", Intake.Book.Workbook("<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"就业\" sheetId=\"2\" state=\"hidden\" r:id=\"rId9\"/>")),
            ("xl/_rels/workbook.xml.rels", Intake.Book.Links(("rId1", $"{Intake.Book.Relations}/worksheet", "worksheets/sheet1.xml"), ("rId9", $"{Intake.Book.Relations}/worksheet", "worksheets/sheet2.xml"))),
            ("xl/worksheets/sheet2.xml", Intake.Book.Sheet(rows)));
        var answer = DryRun.Of(warehouse, book, "隐藏.xlsx", null, new ReadLimits(), Now);
        var finding = Assert.Single(answer.FileFindings);
        Assert.Equal(("sheet_hidden", "就业"), (finding.Code, finding.Place.Sheet));
        Assert.Contains("取消隐藏后", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_named_against_the_sheet_is_told_and_renames_nobody()
    {
        var sender = Sheets[0].OrgUnit;
        var other = warehouse.Definitions.Current.OrgUnits.First(unit => unit is { District: "310151", Role: "township" } && unit.Code != sender).Code;
        var before = warehouse.Definitions.Current.Aliases.Count;
        TakeFiles.Run(warehouse, [Arrived("一月.xlsx", Sheets[0].Bytes)], Now, new(null, other, null));
        var answer = Assert.Single(SettleSubmissions.Unsettled(warehouse, Now, "test"));
        var said = Assert.Single(answer.AllFindings, finding => finding.Code == "org_unit_overridden");
        Assert.Equal((Severity.warning, other), (said.Severity, answer.Tables[0].Table.OrgUnit));
        Assert.Contains($"表中写的是“{warehouse.Definitions.Current.OrgUnit(sender)!.Name}”", said.Message, StringComparison.Ordinal);
        Assert.Equal(before, warehouse.Definitions.Current.Aliases.Count);
        Assert.DoesNotContain(DryRun.Of(warehouse, Sheets[0].Bytes, "一月.xlsx", new(null, sender, null), new ReadLimits(), Now).AllFindings, finding => finding.Code == "org_unit_overridden");
    }

    [Fact]
    public void A_file_that_the_program_fails_on_is_answered_and_stops_nobody()
    {
        var taken = TakeFiles.Run(warehouse, [Arrived("坏.csv", "lost"u8.ToArray()), Arrived(Sheets[0].FileName, Sheets[0].Bytes, Sheets[0].OrgUnit)], Now);
        File.Delete(warehouse.Archive.PathOf(taken[0].Submission.Sha256)); // as a damaged disk would
        var answers = SettleSubmissions.Unsettled(warehouse, Now, "test");
        Assert.Equal([TableState.returned, TableState.loaded], answers.Select(answer => answer.State));
        Assert.Equal("read_failed", answers[0].FileFindings.Single().Code);
        Assert.Empty(warehouse.Submissions.Unsettled());
    }

    [Fact]
    public void Relays_side_by_side_carry_every_answer_once()
    {
        TakeFiles.Run(warehouse, [.. Enumerable.Range(0, 12).Select(number => Arrived($"{number}.csv", [(byte)('a' + number)]))], Now);
        SettleSubmissions.Unsettled(warehouse, Now, "test");
        Parallel.For(0, 6, _ => CarryNotices.Run(warehouse, _ => { }, Now));
        Assert.Empty(warehouse.Outbox.Waiting());
        Assert.Equal(36, Directory.GetFiles(folder.Data.Answers, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void One_form_twice_in_a_file_is_not_guessed_at()
    {
        var read = ReadSubmission.From(_ => Sheets[0].Bytes, Submission(Sheets[0]), warehouse.Definitions.Current, null, new ReadLimits(), CancellationToken.None);
        var table = Assert.Single(read.Tables);
        var twice = read with { Tables = [table, table with { Table = table.Table with { Sheet = "副本" } }] };
        var answer = CheckSubmission.Run(twice, HeldValues.For(warehouse, [twice]), KnownDecisions.None, warehouse.Definitions.Current, Now).Answer;
        Assert.All(answer.Tables, each => Assert.Equal(TableState.returned, each.Table.State));
        Assert.All(answer.Tables, each => Assert.Contains(each.Findings, finding => finding.Code == "table_repeated"));
    }

    [Fact]
    public void A_report_made_good_a_month_late_is_still_of_its_own_month()
    {
        TakeFiles.Run(warehouse, [.. Sheets.Take(3).Select(sheet => Arrived(sheet.FileName, sheet.Bytes, sheet.OrgUnit))], Now);
        SettleSubmissions.Unsettled(warehouse, Now, "test");
        var due = TestWarehouse.At(new(2022, 2, 15));
        var issued = IssueEditions.Due(warehouse, ShanghaiTime.DateOf(due), TestWarehouse.At(new(2022, 3, 2)), demo: false).Issued;
        Assert.Contains("monthly", issued.Select(edition => edition.Report));
        Assert.All(issued, edition => Assert.Equal(new DateOnly(2022, 1, 1), edition.PeriodStart));
        Assert.Empty(IssueEditions.Due(warehouse, ShanghaiTime.DateOf(due), TestWarehouse.At(new(2022, 3, 3)), demo: false).Issued);
    }

    string[] Units() => [.. warehouse.Definitions.Current.OrgUnits.Where(unit => unit.Role == "township").Select(unit => unit.Code).Take(2)];

    void Put(string unit, string name, string text) => Put(unit, name, System.Text.Encoding.UTF8.GetBytes(text));

    void Put(string unit, string name, byte[] bytes)
    {
        var path = Path.Combine(folder.Data.Inbox, unit, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    Task<PullOutcome> Pull() => PullSubmissions.Run(warehouse, TimeProvider.System, _ => Task.CompletedTask, _ => { });

    static ArrivedFile Arrived(string name, byte[] bytes, string? unit = null) => new(name, () => new MemoryStream(bytes), "test", unit, name, "test");

    static Submission Submission(DemoEvent sheet) => new(1, "r", sheet.FileName, "", sheet.Bytes.Length, "test", sheet.OrgUnit, "", "", Now);
}
