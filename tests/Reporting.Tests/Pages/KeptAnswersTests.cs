using Reporting.Portal;
using Reporting.Portal.Web;

namespace Reporting.Tests.Pages;

/// <summary>What many ask for is worked out once; what failed is asked again and takes nobody's place.</summary>
public sealed class KeptAnswersTests
{
    readonly KeptAnswers kept = new();
    int reads;

    string Read(string asked) => kept.Of<string>(asked, 2, () => { Interlocked.Increment(ref reads); return asked == "none" ? throw new MisuseException("没有", "none") : asked; });

    [Fact]
    public void The_oldest_goes_first_and_a_failure_pushes_nothing_out()
    {
        Read("one");
        Read("two");
        for (var time = 0; time < 5; time++) Assert.Throws<MisuseException>(() => Read("none"));
        Assert.Equal(7, reads); // it was asked again each time
        Read("one");
        Read("two");
        Assert.Equal(7, reads);
        Read("three");
        Read("two");
        Assert.Equal(8, reads);
        Read("one");
        Assert.Equal(9, reads);
    }

    [Fact]
    public void Many_who_ask_at_once_wait_for_one_answer()
    {
        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, _ => kept.Of<string>("slow", 2, () => { Thread.Sleep(50); Interlocked.Increment(ref reads); return "done"; }));
        Assert.Equal(1, reads);
    }

    [Fact]
    public void Two_at_most_take_their_turn()
    {
        var (now, most) = (0, 0);
        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, number => kept.Judged<string>(number, 8, () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            Thread.Sleep(20);
            Interlocked.Decrement(ref now);
            return "";
        }));
        Assert.Equal(2, most);
    }
}
