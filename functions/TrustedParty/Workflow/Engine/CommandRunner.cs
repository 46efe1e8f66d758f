using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>
/// The commands of one dispatch, each at most once at work. They run beside the loop of the dispatch, which owns everything here, and answer by mail; a failed one
/// counts as at work until it may be tried again.
/// </summary>
/// <param name="services">What commands need.</param>
/// <param name="post">Takes the answers.</param>
/// <param name="stopping">Ends the commands.</param>
internal sealed class CommandRunner(InstanceServices services, Action<Mail> post, CancellationToken stopping)
{
    private readonly HashSet<SendCommand> atWork = []; // begun and not ended
    private DispatchContent? content;
    private IReadOnlyDictionary<Aid, AidRecord>? records;

    /// <summary>Something is at work, so mail will come.</summary>
    public bool IsBusy => atWork.Count > 0;

    /// <summary>What is in memory already and need not be read.</summary>
    public void Know(DispatchContent? itsContent, IReadOnlyDictionary<Aid, AidRecord>? itsRecords) => (content, records) = (itsContent, itsRecords);

    /// <summary>Begins those that are not at work.</summary>
    public async Task BeginAsync(IReadOnlyList<SendCommand> commands, SendState state)
    {
        content ??= await services.Store.ReadContentAsync(state.DispatchId, stopping);
        var job = new SendJob(state, content, records);
        foreach (var command in commands)
            if (atWork.Add(command)) _ = Task.Run(() => RunAsync(command, job), CancellationToken.None);
    }

    /// <summary>It may be begun again.</summary>
    public void End(SendCommand command) => atWork.Remove(command);

    /// <summary>Posts after the pause that follows a failure.</summary>
    public void PostLater(Mail mail) => _ = Task.Run(async () =>
    {
        await Task.Delay(FailurePolicy.RetryAfter, services.Time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        post(mail);
    }, CancellationToken.None);

    private async Task RunAsync(SendCommand command, SendJob job)
    {
        try
        {
            post(new Mail.Done(command, await DoAsync(command, job)));
        }
        catch (Exception e)
        {
            post(new Mail.Failed(e));
            PostLater(new Mail.Retry(command)); // once, whatever becomes of the mail before
        }
    }

    private Task<SendEvent> DoAsync(SendCommand command, SendJob job) => command switch
    {
        SendCommand.Verify => services.Effects.VerifyAsync(job, stopping),
        SendCommand.SubmitOrders submit => services.Effects.SubmitAsync(job, submit.Operator, stopping),
        _ => services.Effects.AttestAsync(job, stopping),
    };
}
