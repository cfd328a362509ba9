using System.Text;
using Reporting.Etl.Intake;

namespace Reporting.Tests.Intake;

/// <summary>A nil return as a file: what it must say, and what becomes of one that does not.</summary>
public class NilReturnTests
{
    const string Whole = """{ "nil_return_of": "employment-monthly", "org_unit": "310151101", "period": "2022-01", "stated_by": "张三" }""";

    [Fact]
    public void What_is_written_is_read()
    {
        var said = new NilReturn("employment-monthly", "310151101", "2022-01", "张三", "春节放假");
        Assert.True(NilReturn.IsOne(said.AsBytes()));
        Assert.Equal(said, NilReturn.Read(said.AsBytes()));
        Assert.Equal(said, FileReader.Read(said.AsBytes(), "零报告.json", new ReadLimits()).Nil);
    }

    [Theory]
    [InlineData(Whole)]
    [InlineData("\r\n\t " + Whole)]
    [InlineData("\uFEFF" + Whole)]
    public void Space_or_a_mark_before_it_does_not_matter(string text) =>
        Assert.Equal("310151101", FileReader.Read(Encoding.UTF8.GetBytes(text), "零报告.json", new ReadLimits()).Nil?.OrgUnit);

    [Theory]
    [InlineData("""{ "nil_return_of": "f" }""")]
    [InlineData("""{ "nil_return_of": null, "org_unit": "u", "period": "2022-01", "stated_by": "n" }""")]
    [InlineData("""{ "nil_return_of": "f", "org_unit": "u", "period": "一月", "stated_by": "n" }""")]
    [InlineData("""{ "nil_return_of": "f", "org_unit": "u", "period": "2022-01", "stated_by": "" }""")]
    [InlineData("""{ "nil_return_of": "f", "org_unit": "u", "period": "2022-01", "stated_by": "n", "figure": 3 }""")]
    [InlineData("""{ "nil_return_of": "f", "org_unit": 7, "period": "2022-01", "stated_by": "n" }""")]
    [InlineData("""{ "nil_return_of": "f", "org_unit": "u", "period": "2022-01", "stated_by": "n" """)]
    public void One_that_does_not_say_it_whole_is_refused(string text)
    {
        var file = FileReader.Read(Encoding.UTF8.GetBytes(text), "零报告.json", new ReadLimits());
        Assert.Null(file.Nil);
        Assert.Equal("nil_unreadable", Assert.Single(file.Findings).Code);
    }

    [Theory]
    [InlineData("{ \"org_unit\": \"u\" }")]
    [InlineData("指标,本月数\n\"nil_return_of\",3\n")]
    public void Other_files_are_none(string text) => Assert.False(NilReturn.IsOne(Encoding.UTF8.GetBytes(text)));
}
