using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Journal;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>
/// One dispatch at work. Mail is handled by one loop at a time, all that waits together: its events are folded into the state, the state is stored once, then
/// the commands of the new state are begun. Commands run beside the loop and answer by mail.
/// </summary>
internal sealed class SendInstance(DispatchId dispatch, InstanceServices services, Action<SendInstance> retire, CancellationToken stopping)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int MostFailures = 10;
    private readonly Lock gate = new();
    private List<Mail> mailbox = []; // under gate
    private bool running; // under gate: the loop is at work
    private bool retired; // under gate: takes no mail any more

    // Owned by the loop.
    private readonly HashSet<SendCommand> atWork = []; // commands begun and not answered
    private SendState? state; // null: must be read
    private string etag = "";
    private bool unsaved; // the state has changes whose loss would do no harm
    private DispatchContent? content;
    private IReadOnlyDictionary<Aid, AidRecord>? records;
    private int size; // recipients held in memory, as the engine was told
    private bool open; // the index says for sure that there is work
    private bool parked; // it always fails: events are still taken, commands are not begun
    private int failures;

    /// <summary>The dispatch.</summary>
    public DispatchId Dispatch => dispatch;

    /// <summary>When it last had mail.</summary>
    public long LastMailAt { get; private set; } = services.Time.GetTimestamp();

    /// <summary>Takes mail; false once it has left memory: then ask the engine for a new one.</summary>
    public bool Post(Mail mail)
    {
        lock (gate)
        {
            if (retired) return false;
            mailbox.Add(mail);
            if (mail is not Mail.Rest) LastMailAt = services.Time.GetTimestamp();
            if (running) return true;
            running = true;
        }

        _ = Task.Run(LoopAsync, CancellationToken.None);
        return true;
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            List<Mail> mails;
            lock (gate)
            {
                if (mailbox.Count == 0 || stopping.IsCancellationRequested)
                {
                    running = false;
                    return;
                }

                (mails, mailbox) = (mailbox, []);
            }

            try
            {
                await HandleAsync(mails);
            }
            catch (Exception e)
            {
                await FailAsync(mails, e);
            }
        }
    }

    private async Task HandleAsync(List<Mail> mails)
    {
        if (state is null && mails.OfType<Mail.Begin>().FirstOrDefault() is { } begin) Begin(begin);
        else if (state is null && !await LoadAsync())
        {
            foreach (var tell in mails.OfType<Mail.Tell>()) tell.Told.TrySetResult(false);
            TryRetire();
            return;
        }

        var durable = false;
        foreach (var mail in mails) durable |= await TakeAsync(mail);
        if (durable) await SaveAsync();
        foreach (var tell in mails.OfType<Mail.Tell>()) tell.Told.TrySetResult(true);
        await AdvanceAsync(rest: mails.Any(m => m is Mail.Rest));
    }

    private void Begin(Mail.Begin begin)
    {
        (state, etag, content, records, open) = (begin.State, begin.ETag, begin.Content, begin.Records, true);
        Weigh(state.Lines.Count);
    }

    private async Task<bool> LoadAsync()
    {
        if (await services.Store.ReadAsync(dispatch, stopping) is not { } stored) return false;
        (state, etag, unsaved) = (stored.Value, stored.ETag, false);
        Weigh(state.Lines.Count);
        return true;
    }

    private void Weigh(int recipients)
    {
        services.Weigh(recipients - size);
        size = recipients;
    }

    // True when the state must be stored because of it.
    private async Task<bool> TakeAsync(Mail mail)
    {
        switch (mail)
        {
            case Mail.Tell tell:
                return Fold(tell.Event);
            case Mail.Done done:
                atWork.Remove(done.Command);
                failures = 0;
                return Fold(done.Event);
            case Mail.Failed failed:
                await NoteFailureAsync(state, failed.Reason);
                PostLater(new Mail.Retry(failed.Command));
                return false;
            case Mail.Retry retry:
                atWork.Remove(retry.Command);
                return false;
            default:
                return false;
        }
    }

    private bool Fold(SendEvent e)
    {
        var step = SendWorkflow.Step(state!, e);
        unsaved |= !ReferenceEquals(step.State, state);
        state = step.State;
        return step.Durable;
    }

    private async Task SaveAsync()
    {
        etag = await services.Store.ReplaceAsync(state!, etag, stopping)
            ?? throw new StoreUnavailableException("a dispatch was changed by another instance");
        unsaved = false;
    }

    private async Task AdvanceAsync(bool rest)
    {
        if (parked) return;
        var commands = SendWorkflow.Next(state!);
        while (TimeIsUp(commands) is { } e)
        {
            if (Fold(e)) await SaveAsync();
            commands = SendWorkflow.Next(state!);
        }

        var begun = commands.Where(c => c is SendCommand.Verify or SendCommand.SubmitOrders or SendCommand.Attest).ToList();
        if (begun.Count > 0) await BeginAsync(begun);
        else if (commands is [SendCommand.Finish]) Finish();
        else if (atWork.Count == 0 && (rest || commands.Any(c => c is SendCommand.WaitUntil))) await RestAsync(commands);
    }

    private SendEvent? TimeIsUp(IReadOnlyList<SendCommand> commands)
    {
        var now = UnixTime.From(services.Time.GetUtcNow());
        if (commands.Any(c => c is SendCommand.WaitUntil wait && wait.At <= now)) return new SendEvent.Due(now);
        return commands.Any(c => c is SendCommand.AwaitOutcomes wait && wait.Deadline <= now) ? new SendEvent.DeadlineReached(now) : null;
    }

    private async Task BeginAsync(List<SendCommand> commands)
    {
        if (!open) await services.Index.PutAsync(SendIndex.Open(state!), [SendIndex.Due(state!.DueAt, dispatch), SendIndex.Due(state.Deadline!.Value, dispatch)], stopping);
        open = true;
        content ??= await services.Store.ReadContentAsync(dispatch, stopping);
        foreach (var command in commands)
        {
            if (!atWork.Add(command)) continue;
            var job = new SendJob(state!, content, records);
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

        Post(answer); // an instance with a command at work does not retire
    }

    // Nothing to do for long: the index wakes it again, and a report does.
    private async Task RestAsync(IReadOnlyList<SendCommand> commands)
    {
        if (unsaved) await SaveAsync();
        var at = commands.Select(c => c switch
        {
            SendCommand.WaitUntil wait => wait.At,
            SendCommand.AwaitOutcomes wait => wait.Deadline,
            _ => default,
        }).Min();
        await services.Index.PutAsync(SendIndex.Due(at, dispatch), [SendIndex.Open(state!)], stopping);
        open = false;
        TryRetire();
    }

    private void Finish()
    {
        if (atWork.Count > 0) return;
        services.Forget([SendIndex.Open(state!), SendIndex.Due(state!.Deadline!.Value, dispatch)]);
        TryRetire();
    }

    private void TryRetire()
    {
        lock (gate)
        {
            if (mailbox.Count > 0 || atWork.Count > 0) return;
            retired = true;
        }

        Weigh(0);
        retire(this);
    }

    // The state may or may not be in the store: read it before anything else. Who told something learns that it must tell it again.
    private async Task FailAsync(List<Mail> mails, Exception reason)
    {
        var known = state;
        state = null;
        foreach (var tell in mails.OfType<Mail.Tell>()) tell.Told.TrySetException(reason);
        foreach (var command in mails.OfType<Mail.Done>().Select(d => d.Command)) atWork.Remove(command);
        foreach (var retry in mails.OfType<Mail.Retry>()) atWork.Remove(retry.Command);
        foreach (var failed in mails.OfType<Mail.Failed>()) PostLater(new Mail.Retry(failed.Command));
        if (stopping.IsCancellationRequested) return;
        await NoteFailureAsync(known, reason);
        PostLater(new Mail.Wake());
    }

    private async Task NoteFailureAsync(SendState? known, Exception reason)
    {
        if (stopping.IsCancellationRequested) return;
        services.Logger.Fault(reason, $"{dispatch} met a failure and will be tried again");
        if (reason is StoreUnavailableException || ++failures < MostFailures || parked || known is null) return;
        try
        {
            await services.Index.ParkAsync(known, reason.GetType().Name, stopping);
            parked = true;
            services.Logger.Fault(reason, $"{dispatch} fails whatever is tried. It is parked: its events are kept, its work stands still until a restart");
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
