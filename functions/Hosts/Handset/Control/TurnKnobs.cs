using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Simulation;

namespace Ascs.Hosts.Handset.Control;

/// <summary><c>POST /control/v1/knobs</c>: turns the knobs named and answers with all of them; <c>{}</c> only reads.</summary>
internal sealed class TurnKnobs(JsonCall call, KnobBoard board)
{
    internal Task<IResult> Handle(HttpContext http) => call.Answer(
        http, Wire.Default.KnobsChange, Wire.Default.Knobs, Faults, _ => GatewaySecrets.Control, change =>
        {
            board.Turn(change.ApplyTo(board.Current));
            return Task.FromResult<Answer<Knobs>>(board.Current);
        });

    private IEnumerable<RuleBroken> Faults(KnobsChange change) =>
        change.ApplyTo(board.Current).Faults().Select(f => new RuleBroken($"/{f.Name}", f.Rule));
}
