import { ApiProblem } from '@mcpnest/api-client';
import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';

export interface ProblemForm<Values extends Record<string, unknown>> {
  form: UseFormReturnType<Values>;
  /** A refusal that names no field of this form. */
  error: unknown;
  /** Puts a refusal beside the fields it names, or above the buttons. */
  refuse: (error: unknown) => void;
  /** Back to the first state, for the next use of a dialog. */
  restart: () => void;
}

/** A form that understands the API's refusals. */
export function useProblemForm<Values extends Record<string, unknown>>(input: UseFormInput<Values>): ProblemForm<Values> {
  const form = useForm<Values>(input);
  const [error, setError] = useState<unknown>(null);
  const refuse = (problem: unknown) => {
    const named = problem instanceof ApiProblem ? problem.fields.filter(({ field }) => field in form.getValues()) : [];
    form.setErrors(Object.fromEntries(named.map(({ field, message }) => [field, message])));
    setError(named.length > 0 ? null : problem);
  };
  return {
    form,
    error,
    refuse,
    restart: () => {
      form.reset();
      setError(null);
    },
  };
}
