namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>Mail of one dispatch, handled by one loop at a time, all that waits together.</summary>
/// <param name="handle">Handles what waits; never throws.</param>
/// <param name="stopping">When the engine stops, mail is left unhandled: the store has everything that counts.</param>
internal sealed class Mailbox(Func<List<Mail>, Task> handle, CancellationToken stopping)
{
    private readonly Lock gate = new();
    private List<Mail> waiting = []; // under gate
    private bool running; // under gate: the loop is at work
    private bool closed; // under gate: takes no mail any more

    /// <summary>Takes mail and sees to it that it is handled; false once closed.</summary>
    public bool Post(Mail mail)
    {
        lock (gate)
        {
            if (closed) return false;
            waiting.Add(mail);
            if (running) return true;
            running = true;
        }

        _ = Task.Run(LoopAsync, CancellationToken.None);
        return true;
    }

    /// <summary>Closes it when nothing waits.</summary>
    public bool TryClose()
    {
        lock (gate) return closed = waiting.Count == 0;
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            List<Mail> mails;
            lock (gate)
            {
                running = waiting.Count > 0 && !stopping.IsCancellationRequested;
                if (!running) return;
                (mails, waiting) = (waiting, []);
            }

            await handle(mails);
        }
    }
}
