using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>
/// One dispatch at work. The events of its mail are folded into the state, the state is stored once, then the commands of the new state are begun. Commands run
/// beside the loop and answer by mail.
/// </summary>
internal sealed class SendInstance
{
    private readonly InstanceServices services;
    private readonly LiveSends live;
    private readonly CancellationToken stopping;
    private readonly Mailbox mailbox;

    private int size; // recipients held in memory, as was reported; 0 once it has left

    // Owned by the loop.
    private readonly KeptState kept;
    private readonly SendEntry entry;
    private readonly CommandRunner runner;
    private readonly Failures failures;

    public SendInstance(DispatchId dispatch, InstanceServices services, LiveSends live, CancellationToken stopping)
    {
        (Dispatch, this.services, this.live, this.stopping) = (dispatch, services, live, stopping);
        mailbox = new Mailbox(TurnAsync, stopping);
        kept = new KeptState(dispatch, services.Store);
        entry = new SendEntry(services.Index);
        runner = new CommandRunner(services, mail => Post(mail), stopping); // an answer arrives: with a command at work it does not leave memory
        failures = new Failures(dispatch, services, stopping);
        LastMailAt = services.Time.GetTimestamp();
    }

    /// <summary>The dispatch.</summary>
    public DispatchId Dispatch { get; }

    /// <summary>When it last had mail.</summary>
    public long LastMailAt { get; private set; }

    /// <summary>Takes mail; false once it has left memory: then a new one must be made.</summary>
    public bool Post(Mail mail)
    {
        if (mail is not Mail.Rest) LastMailAt = services.Time.GetTimestamp();
        if (mail is Mail.Wake { Recipients: > 0 and var recipients }) ReportSize(recipients);
        if (mailbox.Post(mail)) return true;
        ReportSize(0);
        return false;
    }

    private async Task TurnAsync(List<Mail> mails)
    {
        try
        {
            await HandleAsync(mails);
        }
        catch (Exception e)
        {
            await FailAsync(mails, e);
        }
    }

    private async Task HandleAsync(List<Mail> mails)
    {
        if (kept.Value is null && mails.OfType<Mail.Begin>().FirstOrDefault() is { } begin) Begin(begin);
        var exists = await kept.LoadAsync(stopping);
        if (exists) await ApplyAsync(mails);
        foreach (var tell in mails.OfType<Mail.Tell>()) tell.Told.TrySetResult(exists);
        var rest = !exists || mails.Any(m => m is Mail.Rest);
        if (exists && !failures.Parked) await AdvanceAsync(rest);
        else if (rest) TryRetire();
    }

    private void Begin(Mail.Begin begin)
    {
        kept.Set(begin.State, begin.ETag);
        runner.Know(begin.Content, begin.Records);
        entry.WasOpened();
    }

    private async Task ApplyAsync(List<Mail> mails)
    {
        ReportSize(kept.Value!.Lines.Count);
        foreach (var mail in mails) await ApplyAsync(mail);
        await kept.SaveUrgentAsync(stopping);
    }

    private async Task ApplyAsync(Mail mail)
    {
        switch (mail)
        {
            case Mail.Tell tell:
                kept.Fold(tell.Event);
                break;
            case Mail.Done done:
                runner.End(done.Command);
                failures.Reset();
                kept.Fold(done.Event);
                break;
            case Mail.Failed failed:
                await failures.NoteAsync(kept.Value, failed.Reason);
                break;
            case Mail.Retry retry:
                runner.End(retry.Command);
                break;
        }
    }

    private async Task AdvanceAsync(bool rest)
    {
        var commands = SendWorkflow.Next(kept.Value!);
        while (SendTimes.TimeIsUp(commands, UnixTime.From(services.Time.GetUtcNow())) is { } e)
        {
            kept.Fold(e);
            await kept.SaveUrgentAsync(stopping);
            commands = SendWorkflow.Next(kept.Value!);
        }

        var work = commands.Where(c => c is SendCommand.Verify or SendCommand.SubmitOrders or SendCommand.Attest).ToList();
        if (work.Count > 0) await WorkAsync(work);
        else if (runner.IsBusy) return; // it answers by mail
        else if (commands is [SendCommand.Finish]) Finish();
        else if (rest || commands.Any(c => c is SendCommand.WaitUntil)) await HibernateAsync(commands);
    }

    private async Task WorkAsync(List<SendCommand> commands)
    {
        await entry.OpenAsync(kept.Value!, stopping);
        await runner.BeginAsync(commands, kept.Value!);
    }

    // Nothing to do for long: the index wakes it again, and a report does.
    private async Task HibernateAsync(IReadOnlyList<SendCommand> commands)
    {
        await kept.SaveRestAsync(stopping);
        await entry.CloseUntilAsync(SendTimes.WakeAt(commands), kept.Value!, stopping);
        TryRetire();
    }

    private void Finish()
    {
        entry.Forget(kept.Value!);
        TryRetire();
    }

    private void TryRetire()
    {
        if (runner.IsBusy || !mailbox.TryClose()) return;
        ReportSize(0);
        live.Retire(this);
    }

    private void ReportSize(int recipients) => live.Resize(recipients - Interlocked.Exchange(ref size, recipients));

    // The state may or may not be in the store: read it before anything else.
    private async Task FailAsync(List<Mail> mails, Exception reason)
    {
        var known = kept.Value;
        kept.Doubt();
        foreach (var mail in mails) GiveBack(mail, reason);
        await failures.NoteAsync(known, reason);
        runner.PostLater(new Mail.Wake());
    }

    // Who told something learns that it must tell it again; what commands did is done again.
    private void GiveBack(Mail mail, Exception reason)
    {
        if (mail is Mail.Tell tell) tell.Told.TrySetException(reason);
        if (mail is Mail.Done done) runner.End(done.Command);
        if (mail is Mail.Retry retry) runner.End(retry.Command);
    }
}
