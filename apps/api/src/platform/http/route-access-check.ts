import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { assertRoutesGuarded } from './registered-routes.js';

/** Keeps the process from starting while any route says nothing about who may use it. */
@Injectable()
export class RouteAccessCheck implements OnApplicationBootstrap {
  constructor(private readonly modules: ModulesContainer) {}

  onApplicationBootstrap(): void {
    assertRoutesGuarded(this.modules);
  }
}
