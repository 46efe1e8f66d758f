using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Hosting;

/// <summary>Puts periodic work into a platform's container.</summary>
public static class PeriodicWorkServices
{
    /// <summary>Runs it with the platform and shows it in <c>/health</c>.</summary>
    public static IServiceCollection AddPeriodicWork<T>(this IServiceCollection services)
        where T : PeriodicWork =>
        services.AddSingleton<T>().AddSingleton<IHealthPart>(container => container.GetRequiredService<T>()).AddHostedService(container => container.GetRequiredService<T>());
}
