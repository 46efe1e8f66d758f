using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Workflow;
using Ascs.TrustedParty.Workflow.Engine;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Workflow.Engine;

/// <summary>A command is never at work beside itself.</summary>
public class CommandRunnerTests
{
    private static readonly SendCommand Verify = new SendCommand.Verify();
    private static readonly SendState State = SendStates.New(Dispatch, Bank, OrderKind.Message, Noon, null, [AidOf(1)]);

    private static readonly DispatchContent Content =
        new(OrderKind.Message, Bank, Offers, Channel.Sms, null, 0, Port, Language.Zh, null, null, null, []);

    private readonly FakeTimeProvider time = new(Noon);
    private readonly System.Threading.Channels.Channel<Mail> mails = System.Threading.Channels.Channel.CreateUnbounded<Mail>();
    private readonly AwayEffects effects = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failed_command_counts_as_at_work_until_its_retry()
    {
        var runner = Runner();
        await runner.BeginAsync([Verify], State);
        Assert.IsType<Mail.Failed>(await mails.Reader.ReadAsync(Ct));
        await runner.BeginAsync([Verify], State);
        Assert.True(runner.IsBusy);
        Assert.Equal(new Mail.Retry(Verify), await LaterAsync());
        Assert.Equal(1, effects.Tries);
        runner.End(Verify);
        Assert.False(runner.IsBusy);
        await runner.BeginAsync([Verify], State);
        Assert.IsType<Mail.Failed>(await mails.Reader.ReadAsync(Ct));
        Assert.Equal(2, effects.Tries);
    }

    private CommandRunner Runner()
    {
        var store = new InMemoryDocumentStore(time);
        var services = new InstanceServices(new DispatchStore(store, new DispatchOptions()), new SendIndex(store), effects, time, NullLogger.Instance);
        var runner = new CommandRunner(services, mail => mails.Writer.TryWrite(mail), Ct);
        runner.Know(Content, null);
        return runner;
    }

    // The pause may begin after the clock moved: it moves until there is mail.
    private async Task<Mail> LaterAsync()
    {
        Mail? mail;
        while (!mails.Reader.TryRead(out mail))
        {
            time.Advance(FailurePolicy.RetryAfter);
            await Task.Delay(1, Ct);
        }

        return mail;
    }

    private sealed class AwayEffects : ISendEffects
    {
        private int tries;

        public int Tries => Volatile.Read(ref tries);

        public Task<SendEvent> VerifyAsync(SendJob job, CancellationToken ct)
        {
            Interlocked.Increment(ref tries);
            throw new StoreUnavailableException("away");
        }

        public Task<SendEvent> SubmitAsync(SendJob job, OperatorId home, CancellationToken ct) => throw new InvalidOperationException();

        public Task<SendEvent> AttestAsync(SendJob job, CancellationToken ct) => throw new InvalidOperationException();
    }
}
