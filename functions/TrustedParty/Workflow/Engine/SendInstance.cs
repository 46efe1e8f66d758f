using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Journal;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>
/// One dispatch at work. The events of its mail are folded into the state, the state is stored once, then the commands of the new state are begun. Commands run
/// beside the loop and answer by mail.
/// </summary>
internal sealed class SendInstance
{
    private const int MostFailures = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly InstanceServices services;
    private readonly Action<SendInstance> retire;
    private readonly CancellationToken stopping;
    private readonly Mailbox mailbox;

    private int size; // recipients held in memory, as the engine was told; 0 once it has left

    // Owned by the loop.
    private readonly KeptState kept;
    private readonly HashSet<SendCommand> atWork = []; // commands begun and not answered
    private DispatchContent? content;
    private IReadOnlyDictionary<Aid, AidRecord>? records;
    private bool open; // the index says for sure that there is work
    private bool parked; // it always fails: events are still taken, commands are not begun until it is read again
    private int failures; // in a row

    public SendInstance(DispatchId dispatch, InstanceServices services, Action<SendInstance> retire, CancellationToken stopping)
    {
        (Dispatch, this.services, this.retire, this.stopping) = (dispatch, services, retire, stopping);
        mailbox = new Mailbox(HandleAsync, stopping);
        kept = new KeptState(dispatch, services.Store);
        LastMailAt = services.Time.GetTimestamp();
    }

    /// <summary>The dispatch.</summary>
    public DispatchId Dispatch { get; }

    /// <summary>When it last had mail.</summary>
    public long LastMailAt { get; private set; }

    /// <summary>Takes mail; false once it has left memory: then ask the engine for a new one.</summary>
    public bool Post(Mail mail)
    {
        if (mail is not Mail.Rest) LastMailAt = services.Time.GetTimestamp();
        if (mail is Mail.Wake { Recipients: > 0 and var recipients }) Weigh(recipients);
        if (mailbox.Post(mail)) return true;
        Weigh(0);
        return false;
    }

    private async Task HandleAsync(List<Mail> mails)
    {
        try
        {
            await TakeAsync(mails);
        }
        catch (Exception e)
        {
            await FailAsync(mails, e);
        }
    }

    private async Task TakeAsync(List<Mail> mails)
    {
        if (kept.Value is null && mails.OfType<Mail.Begin>().FirstOrDefault() is { } begin) Begin(begin);
        if (!await kept.LoadAsync(stopping))
        {
            foreach (var tell in mails.OfType<Mail.Tell>()) tell.Told.TrySetResult(false);
            TryRetire();
            return;
        }

        Weigh(kept.Value!.Lines.Count);
        var durable = false;
        foreach (var mail in mails) durable |= await TakeAsync(mail);
        if (durable) await kept.SaveAsync(stopping);
        foreach (var tell in mails.OfType<Mail.Tell>()) tell.Told.TrySetResult(true);
        var rest = mails.Any(m => m is Mail.Rest);
        if (!parked) await AdvanceAsync(rest);
        else if (rest) TryRetire();
    }

    private void Begin(Mail.Begin begin)
    {
        kept.Set(begin.State, begin.ETag);
        (content, records, open) = (begin.Content, begin.Records, true);
    }

    // True when the state must be stored because of it.
    private async Task<bool> TakeAsync(Mail mail)
    {
        switch (mail)
        {
            case Mail.Tell tell:
                return kept.Fold(tell.Event);
            case Mail.Done done:
                atWork.Remove(done.Command);
                failures = 0;
                return kept.Fold(done.Event);
            case Mail.Failed failed:
                await NoteFailureAsync(kept.Value, failed.Reason);
                PostLater(new Mail.Retry(failed.Command));
                return false;
            case Mail.Retry retry:
                atWork.Remove(retry.Command);
                return false;
            default:
                return false;
        }
    }

    private async Task AdvanceAsync(bool rest)
    {
        var commands = SendWorkflow.Next(kept.Value!);
        while (TimeIsUp(commands) is { } e)
        {
            if (kept.Fold(e)) await kept.SaveAsync(stopping);
            commands = SendWorkflow.Next(kept.Value!);
        }

        var work = commands.Where(c => c is SendCommand.Verify or SendCommand.SubmitOrders or SendCommand.Attest).ToList();
        if (work.Count > 0) await BeginAsync(work);
        else if (atWork.Count > 0) return; // it answers by mail
        else if (commands is [SendCommand.Finish]) Finish();
        else if (rest || commands.Any(c => c is SendCommand.WaitUntil)) await RestAsync(commands);
    }

    private SendEvent? TimeIsUp(IReadOnlyList<SendCommand> commands)
    {
        var now = UnixTime.From(services.Time.GetUtcNow());
        if (commands.Any(c => c is SendCommand.WaitUntil wait && wait.At <= now)) return new SendEvent.Due(now);
        return commands.Any(c => c is SendCommand.AwaitOutcomes wait && wait.Deadline <= now) ? new SendEvent.DeadlineReached(now) : null;
    }

    private async Task BeginAsync(List<SendCommand> commands)
    {
        var state = kept.Value!;
        if (!open) await services.Index.PutAsync(SendIndex.Open(state), [SendIndex.Due(state.DueAt, Dispatch), SendIndex.Due(state.Deadline!.Value, Dispatch)], stopping);
        open = true;
        content ??= await services.Store.ReadContentAsync(Dispatch, stopping);
        foreach (var command in commands)
        {
            if (!atWork.Add(command)) continue;
            var job = new SendJob(state, content, records);
            _ = Task.Run(() => DoAsync(command, job), CancellationToken.None);
        }
    }

    private async Task DoAsync(SendCommand command, SendJob job)
    {
        Mail answer;
        try
        {
            answer = new Mail.Done(command, command switch
            {
                SendCommand.Verify => await services.Effects.VerifyAsync(job, stopping),
                SendCommand.SubmitOrders submit => await services.Effects.SubmitAsync(job, submit.Operator, stopping),
                _ => await services.Effects.AttestAsync(job, stopping),
            });
        }
        catch (Exception e)
        {
            answer = new Mail.Failed(command, e);
        }

        Post(answer); // a dispatch with a command at work does not leave memory
    }

    // Nothing to do for long: the index wakes it again, and a report does.
    private async Task RestAsync(IReadOnlyList<SendCommand> commands)
    {
        await kept.SaveRestAsync(stopping);
        var at = commands.Select(c => c switch
        {
            SendCommand.WaitUntil wait => wait.At,
            SendCommand.AwaitOutcomes wait => wait.Deadline,
            _ => default,
        }).Min();
        await services.Index.PutAsync(SendIndex.Due(at, Dispatch), [SendIndex.Open(kept.Value!)], stopping);
        open = false;
        TryRetire();
    }

    private void Finish()
    {
        services.Forget([SendIndex.Open(kept.Value!), SendIndex.Due(kept.Value!.Deadline!.Value, Dispatch)]);
        TryRetire();
    }

    private void TryRetire()
    {
        if (atWork.Count > 0 || !mailbox.TryClose()) return;
        Weigh(0);
        retire(this);
    }

    private void Weigh(int recipients) => services.Weigh(recipients - Interlocked.Exchange(ref size, recipients));

    // The state may or may not be in the store: read it before anything else. Who told something learns that it must tell it again.
    private async Task FailAsync(List<Mail> mails, Exception reason)
    {
        var known = kept.Value;
        kept.Doubt();
        foreach (var tell in mails.OfType<Mail.Tell>()) tell.Told.TrySetException(reason);
        foreach (var done in mails.OfType<Mail.Done>()) atWork.Remove(done.Command);
        foreach (var retry in mails.OfType<Mail.Retry>()) atWork.Remove(retry.Command);
        foreach (var failed in mails.OfType<Mail.Failed>()) PostLater(new Mail.Retry(failed.Command));
        await NoteFailureAsync(known, reason);
        PostLater(new Mail.Wake());
    }

    private async Task NoteFailureAsync(SendState? known, Exception reason)
    {
        if (stopping.IsCancellationRequested) return;
        services.Logger.Fault(reason, $"{Dispatch} met a failure and will be tried again");
        if (reason is StoreUnavailableException || ++failures < MostFailures || parked || known is null) return;
        try
        {
            await services.Index.ParkAsync(known, reason.GetType().Name, stopping);
            parked = true;
            services.Logger.Fault(reason, $"{Dispatch} fails whatever is tried. It is parked: its events are kept, its work stands still until a restart");
        }
        catch (StoreUnavailableException)
        {
            // The next failure parks it.
        }
    }

    private void PostLater(Mail mail) => _ = Task.Run(async () =>
    {
        await Task.Delay(Pause, services.Time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Post(mail);
    }, CancellationToken.None);
}
