using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using ExcelDataReader;
using Reporting.Etl.Jobs;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Reports;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>Values in bulk: the same in each format, as of a load, whole or not there at all.</summary>
public sealed class BulkQueryTests(BulkQueryTests.Filled filled) : IClassFixture<BulkQueryTests.Filled>
{
    const int Heads = 19;

    /// <summary>Three townships of one district over two years, one of another district; one file has a name that a spreadsheet would run.</summary>
    public sealed class Filled : IDisposable
    {
        readonly TestFolder folder = new();

        public Filled()
        {
            Office = new(folder.Data, new(Verbs.All, JobCatalog.Shipped, TimeProvider.System));
            foreach (var (unit, year, name) in new[] { ("310151101", 2021, "=1+1.csv"), ("310151102", 2022, "@乙.csv"), ("310117001", 2022, "-丙.csv") })
            {
                var text = new StringBuilder("district,org,element,period,basis,breakdown,value,state,bound\n");
                foreach (var month in Enumerable.Range(1, 12))
                    foreach (var element in unit.StartsWith("310151", StringComparison.Ordinal) ? new[] { "new_employment", "venture_support" } : ["new_jobs"])
                        text.Append(CultureInfo.InvariantCulture, $"{unit[..6]},{unit},{element},{year}-{month:00},in_period,total,{(month == 3 ? "" : $"{100 + month}")},{(month == 3 ? "not_applicable" : "reported")},exact\n");
                TakeFiles.Run(Office.Warehouse, [new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "test", null, name, "test")], Office.Now);
            }
            SettleSubmissions.Unsettled(Office.Warehouse, Office.Now, "test");
        }

        internal Office Office { get; }
        internal string Exports => Path.Combine(folder.Data.Root, "exports");
        internal string Path_(string name) => Path.Combine(folder.Data.Root, name);

        public void Dispose()
        {
            Office.Dispose();
            folder.Dispose();
        }
    }

    (Answer Answer, string File) Asked(string format, params string[] words) => Asked(filled.Office, filled.Path_($"{Guid.NewGuid():N}.{format}"), ["--format", format, .. words], default);

    static (Answer, string) Asked(Office office, string file, string[] words, CancellationToken gone)
    {
        var typed = Words.Of(["query", "--out", file, .. words], Verbs.All);
        var answer = Dispatch.InOffice(Asking.RequestOf(typed, typed.Verb!, "zh") with { Gone = gone }, typed.Verb!, office);
        if (answer.Files is { } files) WrittenFiles.Write(files);
        return (answer, file);
    }

    static List<string[]> Lines(string file) => [.. File.ReadAllLines(file).Select(line => line.Split(','))];

    static List<List<string>> Cells(string file)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(File.ReadAllBytes(file)));
        var rows = new List<List<string>>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!)]);
        return rows;
    }

    static long Columns(string file, string select)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select {select} from '{file}'";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_long_CSV_of_one_year_is_the_beginning_of_each_line_of_the_file()
    {
        var printed = Words.Of(["query", "--district", "310151", "--year", "2022", "--format", "csv"], Verbs.All);
        var lines = Dispatch.InOffice(Asking.RequestOf(printed, printed.Verb!, "zh"), printed.Verb!, filled.Office).Out.TrimEnd().Split('\n');
        var (answer, file) = Asked("csv", "--district", "310151", "--year", "2022");
        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(lines, Lines(file).Select(line => string.Join(',', line.Take(9))));
        Assert.Equal(25, lines.Length);
        Assert.Contains("24 条", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_format_holds_the_same_values_and_names()
    {
        string[] asked = ["--district", "all", "--year", "all"];
        var (lines, cells, columns) = (Lines(Asked("csv", asked).File), Cells(Asked("xlsx", asked).File), Asked("parquet", asked).File);
        Assert.Equal((61, 61, 60L), (lines.Count, cells.Count, Columns(columns, "count(*)")));
        Assert.All(lines, line => Assert.Equal(Heads, line.Length));
        Assert.All(cells, row => Assert.Equal(Heads, row.Count));
        foreach (var (line, row) in lines.Zip(cells).Skip(1))
        {
            int[] same = [0, 1, 2, 3, 5, 6, 9, 10, 11, 12, 14, 15, 18];
            Assert.Equal(same.Select(column => line[column]), same.Select(column => row[column]));
        }
        Assert.Equal(5 * (11 * 100 + 75), Columns(columns, "sum(value)"));
        Assert.Equal(["岳阳街道", "新增就业岗位", "个"], cells[1][10..13]);
        Assert.Equal(60, Columns(columns, "count(*) filter (where org_name is not null and cell is not null and load > 0)"));
    }

    [Fact]
    public void A_text_in_a_CSV_cannot_be_taken_for_a_formula_and_a_number_stays_one()
    {
        var lines = Lines(Asked("csv", "--district", "all", "--year", "all").File);
        Assert.Equal(["'-丙.csv", "'=1+1.csv", "'@乙.csv"], lines.Skip(1).Select(line => line[16]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(lines.Skip(1).SelectMany(line => line.Where((_, column) => column != 6)), text => Assert.DoesNotMatch("^[=+@\\t-]", text));
        Assert.All(lines.Skip(1).Where(line => line[7] == "reported"), line => Assert.Matches("^1\\d\\d$", line[6]));
        Assert.All(lines.Skip(1).Where(line => line[7] == "not_applicable"), line => Assert.Equal("", line[6]));
        // The workbook keeps the name as it is: there it is a text by its kind.
        Assert.Contains("=1+1.csv", Cells(Asked("xlsx", "--district", "310151", "--year", "2021").File).Select(row => row[16]));
    }

    [Theory, InlineData("xlsx"), InlineData("csv"), InlineData("parquet")]
    public void Earlier_loads_and_single_units_and_nothing_at_all_can_be_asked(string format)
    {
        var first = filled.Office.Warehouse.Marts.LastLoad()!.LoadId - 1;
        Assert.Equal(0, Asked(format, "--district", "all", "--year", "all", "--as-of", $"{first}").Answer.ExitCode);
        Assert.Contains("12 条", Asked(format, "--district", "310151", "--year", "2021", "--org", "城桥镇", "--element", "new_employment").Answer.Out, StringComparison.Ordinal);
        var (answer, none) = Asked(format, "--district", "310151", "--year", "1999");
        Assert.Contains("0 条", answer.Out, StringComparison.Ordinal);
        Assert.Equal(format switch { "csv" => 1, "xlsx" => 1, _ => 0 }, format switch { "csv" => Lines(none).Count, "xlsx" => Cells(none).Count, _ => (int)Columns(none, "count(*)") });
    }

    [Theory, InlineData("xlsx"), InlineData("csv"), InlineData("parquet")]
    public void What_is_broken_off_leaves_nothing(string format)
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        var file = filled.Path_($"broken.{format}");
        var (answer, _) = Asked(filled.Office, file, ["--district", "all", "--year", "all", "--format", format], gone.Token);
        Assert.Equal((1, "已中断。"), (answer.ExitCode, answer.Error));
        Assert.False(File.Exists(file));
        Assert.Empty(Directory.GetFiles(filled.Exports));
        Assert.Empty(Directory.GetFiles(filled.Path_(""), "*.part"));
    }

    [Theory]
    [InlineData("--format 指明", "--out", "F"), InlineData("--out 指明", "--format", "xlsx"), InlineData("--out 指明", "--format", "parquet"), InlineData("--view", "--format", "xlsx", "--out", "F", "--view", "today"),
        InlineData("--org", "--format", "xlsx", "--out", "F", "--district", "all", "--org", "310151101")]
    public void What_does_not_go_together_is_misuse(string said, params string[] words)
    {
        var typed = Words.Of(["query", "--year", "2022", .. words], Verbs.All);
        var answer = Dispatch.InOffice(Asking.RequestOf(typed, typed.Verb!, "zh"), typed.Verb!, filled.Office);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void While_it_is_served_the_file_comes_the_same_way()
    {
        using var program = RunningProgram.WithDefinitions();
        program.ServeShipped();
        var ended = program.RunShipped("query", "--district", "310151", "--year", "2022", "--format", "xlsx", "--out", "F.xlsx");
        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Single(Cells(Path.Combine(program.Home, "F.xlsx")));
        Assert.Empty(Directory.GetFiles(Path.Combine(program.Data.Root, "exports")));
    }
}
