using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Tests.Delivery;

/// <summary>The process ends in the middle of delivering: what was put down is sent or told, and nothing twice.</summary>
[Collection(PostfixServer.Name)]
public sealed class DeliveryCrashTests(PostfixServer postfix) : IDisposable
{
    const string Package = "postfix", Program = "postfix";

    public void Dispose()
    {
        postfix.Answers();
        postfix.Forget();
    }

    /// <summary>Stopped after each durable step and begun again: nobody has it twice, nothing is lost unheard, operations are told once.</summary>
    [DebianFact(Package, Program, AsRoot = true)]
    public void Cut_off_at_any_step_nobody_has_it_twice()
    {
        using var office = new MailedOffice(postfix.Port).Begun("one@example.test");
        foreach (var (step, state, copies) in new[]
        {
            (DeliveryStep.deliveries_recorded, DeliveryState.sent, 1), (DeliveryStep.delivery_claimed, DeliveryState.uncertain, 0), (DeliveryStep.delivery_answered, DeliveryState.uncertain, 1),
            (DeliveryStep.delivery_settled, DeliveryState.sent, 1), (DeliveryStep.deliveries_gathered, DeliveryState.failed, 0), (DeliveryStep.deliveries_told, DeliveryState.failed, 0),
        })
        {
            postfix.Forget();
            var told = Reports(office).Count;
            if (state == DeliveryState.failed) postfix.Answers(("one", "550 5.1.1 no"));
            var edition = office.Issue();
            office.Kept.Clock.Now += TimeSpan.FromMinutes(1);
            Assert.Throws<CutOff>(() => office.Run(office.Orders("one@example.test"), passed => { if (passed == step) throw new CutOff(); }));
            postfix.Answers();
            for (var run = 0; run < 3; run++) office.Run("one@example.test");
            Assert.Equal((step, state), (step, office.Store.Deliveries(100).Single(row => row.Thing == $"{edition.EditionId}").State));
            Assert.Equal((step, copies), (step, postfix.Settled("one").Count));
            Assert.Equal((step, state == DeliveryState.sent ? 0 : 1), (step, Reports(office).Count - told));
        }
        Assert.Equal(6, Enum.GetValues<DeliveryStep>().Length); // each was stopped at
    }

    /// <summary>The same by the real program, really killed when the server has the mail and nobody has written that down.</summary>
    [DebianFact(Package, Program, AsRoot = true)]
    public void Killed_after_the_servers_word_the_program_does_not_send_again()
    {
        using var office = new MailedOffice(postfix.Port);
        File.WriteAllText(office.Kept.Data.Jobs, """{ "jobs": [ { "id": "deliver", "job": "deliver", "cron": "*/5 * * * *", "recipients": ["one@example.test"] } ] }""");
        office.Begun("one@example.test");
        office.Issue();
        office.Kept.Close();
        using var program = new Portal.RunningProgram();
        Directory.Move(office.Kept.Data.Root, program.Data.Root);
        program.Environment["REPORTING_CRASH_AT"] = nameof(DeliveryStep.delivery_answered);
        Assert.Equal(128 + 9, program.RunShipped("jobs", "run", "deliver").ExitCode);
        Assert.Single(postfix.Mails("one"));
        for (var run = 0; run < 2; run++) Assert.Equal(0, program.Ask("jobs", "run", "deliver").ExitCode);
        Assert.Single(postfix.Settled("one"));
        Assert.Equal("uncertain", program.Ask("deliveries", "list", "--failed", "--json").Json.GetProperty("deliveries")[0].GetProperty("state").GetString());
        Directory.Move(program.Data.Root, office.Kept.Data.Root);
    }

    static List<CopiedNotice> Reports(MailedOffice office) => [.. office.Store.Notices().Where(notice => notice.Kind == "delivery_failed")];

    sealed class CutOff : Exception;
}
