using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>How far a district's figures have come: what lies beyond is not judged. On the shipped plans in March 2022, before anything was sent.</summary>
public sealed class ReachTests : IDisposable
{
    readonly TestFolder folder = new();
    readonly Office office;

    public ReachTests() => office = new(folder.Data, TestOffice.Installation with { Time = new HandClock(new(TestWarehouse.At(new(2022, 3, 10)), TimeSpan.Zero)) });

    public void Dispose()
    {
        office.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("assess --scheme chongming-townships --year 2023", "2023 年还没有数据"), InlineData("landing --district 310151 --year 2024", "2024 年还没有数据")]
    [InlineData("assess --scheme chongming-townships --year 2022 --through 6", "2022 年的数据只到 3 月，还没有 6 月的"), InlineData("assess --district 310151 --year 2022 --through 12", "还没有 12 月的")]
    [InlineData("explain chongming-145-new-employment --year 2022 --through 12", "还没有 12 月的"), InlineData("alerts --district 310151 --year 2022 --through 4", "还没有 4 月的")]
    [InlineData("target curve chongming-145-new-employment --year 2023 --method last-year --reason 因", "2022 年只到 3 月有数")]
    public void What_lies_beyond_is_refused_with_words(string line, string why)
    {
        var answer = Ask(line);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Out));
        Assert.Contains(why, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_come_is_judged_and_a_year_without_anything_is_said_to_be_one()
    {
        Assert.Equal(0, Ask("assess --scheme chongming-townships --year 2022 --through 2").ExitCode);
        Assert.DoesNotContain("还没有数据", Ask("assess --district 310151 --year 2022").Out, StringComparison.Ordinal);
        Assert.Contains("说明：2024 年还没有数据", Ask("assess --district 310151 --year 2024").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_login_is_one_person_however_its_letters_are_written()
    {
        Assert.Equal(0, Ask("supervise open --org 城桥镇 --demand 补报 --deadline 2022-03-20 --by chen").ExitCode);
        Assert.Equal(0, Ask("supervise feedback 1 --words 已补 --by zhang").ExitCode);
        var refused = Ask("supervise close 1 --by Zhang");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("要换一个人", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, Ask("supervise close 1 --by Chen").ExitCode);
    }

    Answer Ask(string line)
    {
        try
        {
            var words = Words.Of(line.Split(' '), Verbs.All);
            return Dispatch.InOffice(Asking.RequestOf(words, words.Verb!, "zh"), words.Verb!, office);
        }
        catch (MisuseException error) { return Answer.Misused(error.In("zh")); }
    }
}
