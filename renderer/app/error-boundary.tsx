/** Catches our own faults while drawing. The design lives outside React, so its newest state is kept for recovery. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { FatalMessage } from './fatal-message.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly details: string | null;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { details: null };

  static getDerivedStateFromError(fault: unknown): State {
    return { details: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }

  override componentDidCatch(_fault: unknown, info: ErrorInfo): void {
    this.setState((state) => ({ details: `${state.details ?? ''}\n${info.componentStack ?? ''}` }));
  }

  override render(): ReactNode {
    if (this.state.details === null) return this.props.children;
    return (
      <FatalMessage
        title="Something broke; your design is safe"
        message="The window could not be drawn. Unsaved work is kept and offered for recovery after reloading."
        details={this.state.details}
      />
    );
  }
}
